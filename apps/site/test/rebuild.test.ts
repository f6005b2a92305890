import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let guide: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mlguide-rebuild-'));
  guide = path.join(folder, 'guide');
  write('index.md', '# A guide that changes\n\nAn opening.\n');
  write('01-trees/index.md', '# Trees\n\nOn [splits](01-splits.md).\n');
  write('01-trees/01-splits.md', topic('Where to split', ['tags: [trees, first]'], 'Half of it.', 'Why halves?'));
  write(
    '01-trees/02-pruning.md',
    topic('Pruning', ['tags: [trees]', 'prerequisites: [trees/splits]'], 'See [it](01-splits.md).'),
  );
  write('02-nets/index.md', '# Networks\n');
  write('02-nets/01-layers.md', topic('Layers', [], '![A layer](layer.svg)', 'How deep?'));
  write('02-nets/02-adam.md', topic('Adam', [], 'It adapts. $\\theta$'));
  write('02-nets/layer.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  git('init');
  commit();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(guide, file)), { recursive: true });
  writeFileSync(path.join(guide, file), text);
}

function topic(title: string, frontmatter: string[], prose: string, question?: string): string {
  const asked = question === undefined ? '' : `\n## Questions\n\n### ${question}\n\nBecause.\n`;
  return ['---', `title: ${title}`, ...frontmatter, '---', '', prose, asked].join('\n');
}

let commits = 0;

function commit(): void {
  commits++;
  git('add', '--all');
  git('commit', '--message', 'a change');
}

function git(...command: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_COMMITTER_DATE: `2024-01-${String(commits).padStart(2, '0')}T12:00:00Z` };
  execFileSync('git', [...identity, ...command], { cwd: guide, stdio: 'ignore', env });
}

/** Builds into a folder, and gives every file of it and what the build said. */
function build(name: string): { files: Map<string, string>; said: string } {
  const out = path.join(folder, name);
  const said = execFileSync(process.execPath, ['scripts/build.ts', '--outDir', out], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      MLGUIDE_CONTENT: 'scripts/own-guide.ts',
      MLGUIDE_GUIDE: guide,
      MLGUIDE_SITE: 'https://guide.example',
      MLGUIDE_EDIT: 'https://github.com/ada/guide/edit/main',
    },
  });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    files: new Map(
      files.map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(out, file), readFileSync(file, 'latin1')];
      }),
    ),
    said,
  };
}

const changes: [what: string, change: () => void][] = [
  ['nothing', () => undefined],
  ['a sentence', () => write('02-nets/02-adam.md', topic('Adam', [], 'It adapts, step by step. $\\theta$'))],
  [
    'a title, an answer and a tag',
    () => write('01-trees/01-splits.md', topic('Cutting in two', ['tags: [trees, last]'], 'Half.', 'Why not thirds?')),
  ],
  [
    'the order, an address and a new topic',
    () => {
      const at = (file: string) => path.join(guide, '02-nets', file);
      renameSync(at('01-layers.md'), at('03-layers.md'));
      write(
        '02-nets/02-adam.md',
        topic('Adam', ['formerly: [nets/adam]', 'id: nets/adaptive'], 'It adapts. $\\theta$'),
      );
      write('02-nets/04-dropout.md', topic('Dropout', ['prerequisites: [nets/layers]'], 'Left out.'));
    },
  ],
  ['a module’s title', () => write('02-nets/index.md', '# Neural networks\n\nWith an opening now.\n')],
  ['a picture', () => write('02-nets/layer.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="2"/>')],
  ['what is there', () => rmSync(path.join(guide, '02-nets/04-dropout.md'))],
  ['the guide’s title', () => write('index.md', '# A guide that changed\n\nAn opening.\n')],
];

it('makes of a changed guide, file by file, what a first build makes of it', { timeout: 600_000 }, () => {
  build('warm');
  for (const [index, [what, change]] of changes.entries()) {
    change();
    if (index > 0) commit();
    const warm = build('warm');
    const cold = build(`cold-${index}`);
    expect([...warm.files.keys()].toSorted(), what).toEqual([...cold.files.keys()].toSorted());
    const stale = [...cold.files].filter(([file, content]) => warm.files.get(file) !== content).map(([file]) => file);
    expect(stale, what).toEqual([]);
    const [, made, kept] = /([\d,]+) pages and files made, ([\d,]+) kept/.exec(warm.said) ?? [];
    if (what === 'nothing') expect(made).toBe('0');
    // The last of them stands on every page.
    else if (index < changes.length - 1) expect(Number(kept), what).toBeGreaterThan(10);
    if (what.startsWith('a title')) {
      const old = [...warm.files].filter(
        ([file, text]) => text.includes('Where to split') && !file.startsWith('changes'),
      );
      expect(old.map(([file]) => file)).toEqual([]);
    }
  }
});

it('makes again what somebody touched, and takes away what is not its own', { timeout: 600_000 }, () => {
  const before = build('warm');
  writeFileSync(path.join(folder, 'warm/trees/index.html'), 'touched');
  rmSync(path.join(folder, 'warm/trees/pruning.md'));
  writeFileSync(path.join(folder, 'warm/stray.html'), 'a page of long ago');
  expect(build('warm').files).toEqual(before.files);
});

it('tells of the changes on a page, in a feed, and on each page', { timeout: 600_000 }, () => {
  const { files } = build('warm');
  const feed = files.get('changes.xml')!;
  const all = (name: string) =>
    [...feed.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text!);
  const ids = all('id');
  expect(new Set(ids).size).toBe(ids.length);
  // Each entry, and the feed itself, has both: https://www.rfc-editor.org/rfc/rfc4287#section-4.1
  expect(ids).toHaveLength(feed.split('<entry>').length);
  for (const date of all('updated')) expect(date).toMatch(/^2024-01-\d\dT12:00:00\.000Z$/);
  expect(feed).toContain('Renamed: Cutting in two');
  expect(feed).toContain('<link rel="self" href="https://guide.example/changes.xml"/>');

  const page = files.get(path.join('trees', 'splits', 'index.html'))!;
  expect(page).toContain('<link rel="alternate" type="application/atom+xml" title="Changes" href="/changes.xml">');
  expect(page).toContain('href="https://github.com/ada/guide/commits/main/01-trees/01-splits.md"');
  expect(page).toContain('<time datetime="2024-01-03">3 January 2024</time>');
  expect(files.get(path.join('changes', 'index.html'))).toContain('was: Where to split');
});
