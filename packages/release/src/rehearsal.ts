import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Guide } from '@mlguide/core';

import { breakGuide, pickTopic, renameTopic, type Renaming } from './edits.ts';
import { compileUse, packagesOf, runScript } from './install.ts';
import { startRegistry, type Registry } from './registry.ts';
import { run, RunError } from './run.ts';
import { runInTerminal } from './terminal.ts';
import { commitAll, copyWorkspace, PUBLISHED, readManifest, ROOT } from './workspace.ts';

/** Where a rehearsal plays. */
export interface Stage {
  /** A copy of the workspace. */
  copy: string;
  /** A folder of somebody who installs us, outside every workspace. */
  user: string;
  registry: Registry;
  /** Environment of every program that talks to the registry. */
  env: Record<string, string>;
  /** The versions of the first release, and what the second one renames. */
  first: Record<string, string>;
  renaming: Renaming | undefined;
  /** Ends the registry and removes every file. */
  end(): Promise<void>;
}

/** One step, which throws if something is not as it must be. */
export interface RehearsalStep {
  name: string;
  run(stage: Stage): Promise<void>;
}

/** Makes a copy of the workspace, a registry, and an empty folder to install in. */
export async function startRehearsal(): Promise<Stage> {
  // The real path: macOS keeps its temporary folder behind a link, and bundlers compare paths.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'mlguide-release-')));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const [copy, user] = [join(folder, 'workspace'), join(folder, 'user')];
    await mkdir(copy);
    await mkdir(user);
    await writeFile(join(user, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
    await copyWorkspace(copy);
    const registry = await startRegistry(join(folder, 'registry'));
    const env = {
      NPM_CONFIG_USERCONFIG: registry.npmrc,
      NPM_CONFIG_REGISTRY: registry.url,
      PNPM_CONFIG_REGISTRY: registry.url,
      // npm remembers tarballs by address; an earlier rehearsal may have had the same port.
      NPM_CONFIG_CACHE: join(folder, 'npm-cache'),
      NPM_CONFIG_AUDIT: 'false',
      NPM_CONFIG_FUND: 'false',
      NPM_CONFIG_UPDATE_NOTIFIER: 'false',
    };
    const end = async () => {
      await registry.stop();
      await remove();
    };
    return { copy, user, registry, env, first: {}, renaming: undefined, end };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The whole path of a release, step by step. */
export const rehearsal: readonly RehearsalStep[] = [
  {
    name: 'installs a copy of the workspace',
    async run({ copy }) {
      const store = (await run('pnpm', ['store', 'path'], { cwd: ROOT })).trim().split('\n').at(-1)!;
      // Everything is in the store already: this workspace was installed to get here.
      const how = ['--frozen-lockfile', '--prefer-offline', '--ignore-scripts', '--store-dir', store];
      await run('pnpm', ['install', ...how], { cwd: copy });
    },
  },
  {
    name: 'turns a changeset into versions',
    async run(stage) {
      await addChangeset(stage, 'minor', 'Adds a rehearsal.');
      await changeVersions(stage);
      for (const [name, folder] of Object.entries(PUBLISHED)) {
        const { version } = await readManifest(join(stage.copy, folder));
        assert.notEqual(version, (await readManifest(join(ROOT, folder))).version, `${name} has no new version`);
        stage.first[name] = version;
      }
    },
  },
  {
    name: 'builds and publishes them',
    async run(stage) {
      await publish(stage);
      for (const [name, version] of Object.entries(stage.first)) {
        assert.deepEqual(await stage.registry.versionsOf(name), [version], name);
      }
    },
  },
  {
    name: 'installs them in an empty folder, and nothing else with them',
    async run({ user, env }) {
      await run('npm', ['install', ...Object.keys(PUBLISHED)], { cwd: user, env });
      assert.deepEqual(await packagesOf(user), Object.keys(PUBLISHED).toSorted());
    },
  },
  {
    name: 'reads the guide from JavaScript',
    async run({ user }) {
      const said = await runScript(
        user,
        `import { guide, loadMarkdown, searchGuide } from '@mlguide/content';
         import { topicsOf } from '@mlguide/core';
         const [topic] = topicsOf(guide).filter(({ body }) => (body?.words ?? 0) > 200);
         const hits = await searchGuide(topic.title);
         console.log(JSON.stringify({ length: (await loadMarkdown(topic.id)).length, found: hits.some(({ id }) => id === topic.id) }));`,
      );
      const { length, found } = JSON.parse(said) as { length: number; found: boolean };
      assert.ok(length > 500, said);
      assert.ok(found, said);
    },
  },
  ...(['typescript-5', 'typescript-6', 'typescript-7'] as const).map((compiler) => ({
    name: `type-checks with ${compiler}, and a wrong id does not`,
    async run({ user }: Stage) {
      const { id } = pickTopic(await installedGuide(user));
      await compileUse(user, compiler, id);
      await assert.rejects(compileUse(user, compiler, `${id}-wrong`), saying('is not assignable to type'));
    },
  })),
  {
    name: 'runs mlguide in a terminal, and leaves it with q',
    async run({ user, env }) {
      const { title } = await installedGuide(user);
      const { exitCode, text } = await runInTerminal('npx', ['mlguide'], { cwd: user, env, until: title, keys: 'q' });
      assert.equal(exitCode, 0, text);
    },
  },
  {
    name: 'asks for a changeset that says enough about a renamed topic',
    async run(stage) {
      stage.renaming = await renameTopic(stage.copy, await installedGuide(stage.user));
      await inCopy(stage, 'pnpm', ['exec', 'turbo', 'run', 'build', '--filter=@mlguide/content']);
      await assert.rejects(check(stage), saying('asks for minor, the changesets say none'));
      await addChangeset(stage, 'minor', 'Renames a topic; its old id leads to it.');
      assert.match(await check(stage), /asks for minor, the changesets say minor/u);
    },
  },
  {
    name: 'releases it',
    async run(stage) {
      await changeVersions(stage);
      await publish(stage);
      assert.equal((await stage.registry.versionsOf('@mlguide/content')).length, 2);
    },
  },
  {
    name: 'upgrades, and finds the renamed topic by its old id',
    async run({ user, env, first, renaming }) {
      await run('npm', ['install', ...Object.keys(PUBLISHED).map((name) => `${name}@latest`)], { cwd: user, env });
      const { version } = await readManifest(join(user, 'node_modules/@mlguide/content'));
      assert.notEqual(version, first['@mlguide/content']);
      const { oldId, newId, questions } = renaming!;
      const said = await runScript(
        user,
        `import { readFileSync } from 'node:fs';
         import { fileURLToPath } from 'node:url';
         import { getNode, getTopic, loadMarkdown } from '@mlguide/content';
         import page from '@mlguide/content/topics/${oldId}';
         const old = ${JSON.stringify(questions)};
         const deck = readFileSync(fileURLToPath(import.meta.resolve('@mlguide/content/anki.tsv')), 'utf8');
         console.log(JSON.stringify({
           id: getTopic(${JSON.stringify(oldId)}).id,
           page: page.node.id,
           same: (await loadMarkdown(${JSON.stringify(oldId)})) === (await loadMarkdown(${JSON.stringify(newId)})),
           questions: old.map((id) => getNode(id)?.id),
           cards: old.every((id) => deck.includes('\\nmlguide:' + id + '\\t')),
         }));`,
      );
      assert.deepEqual(JSON.parse(said), {
        id: newId,
        page: newId,
        same: true,
        questions: questions.map((id) => id.replace(oldId, newId)),
        cards: true,
      });
      const shown = await run('npx', ['mlguide', 'show', oldId], { cwd: user, env });
      const { title } = (await installedGuide(user)).nodes[newId]!;
      assert.ok(shown.includes(title), shown.slice(0, 500));
      for (const compiler of ['typescript-5', 'typescript-6', 'typescript-7'] as const) {
        await compileUse(user, compiler, oldId);
      }
    },
  },
  {
    name: 'publishes nothing after a build that failed',
    async run(stage) {
      const before = await published(stage);
      await addChangeset(stage, 'patch', 'Corrects a word.');
      await changeVersions(stage);
      await breakGuide(stage.copy);
      await assert.rejects(publish(stage), saying('nothing was written'));
      // And so it is for somebody who asks changesets alone.
      await assert.rejects(inCopy(stage, 'pnpm', ['exec', 'changeset', 'publish']), saying('guard.ts'));
      assert.deepEqual(await published(stage), before);
    },
  },
];

/* Whether a program failed for this reason. */
function saying(text: string): (error: unknown) => boolean {
  return (error) => error instanceof RunError && error.output.includes(text);
}

/* Everything in the copy runs with what its own scripts would find first on the PATH. */
function inCopy({ copy, env }: Stage, command: string, args: readonly string[]): Promise<string> {
  return run(command, args, { cwd: copy, env: { ...env, TURBO_CACHE_DIR: join(ROOT, '.turbo/cache') } });
}

async function addChangeset(stage: Stage, level: string, message: string): Promise<void> {
  await inCopy(stage, 'pnpm', ['exec', 'changeset', 'add', `--${level}`, '@mlguide/content', '--message', message]);
}

async function changeVersions(stage: Stage): Promise<void> {
  await inCopy(stage, 'pnpm', ['exec', 'node', 'packages/release/src/version.ts']);
  await commitAll(stage.copy, 'rehearsal: change versions');
}

function check(stage: Stage): Promise<string> {
  return inCopy(stage, 'pnpm', ['exec', 'node', 'packages/release/src/check.ts']);
}

async function publish(stage: Stage): Promise<void> {
  await inCopy(stage, 'pnpm', ['exec', 'node', 'packages/release/src/publish.ts']);
}

async function published({ registry }: Stage): Promise<Record<string, string[]>> {
  const names = Object.keys(PUBLISHED);
  const versions = await Promise.all(names.map((name) => registry.versionsOf(name)));
  return Object.fromEntries(names.map((name, index) => [name, versions[index]!]));
}

async function installedGuide(user: string): Promise<Guide> {
  const said = await runScript(
    user,
    `import { readFileSync } from 'node:fs';
     import { fileURLToPath } from 'node:url';
     console.log(readFileSync(fileURLToPath(import.meta.resolve('@mlguide/content/guide.json')), 'utf8'));`,
  );
  return JSON.parse(said) as Guide;
}
