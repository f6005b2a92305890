import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A registry of our own, on this machine and for nobody else. */
export interface Registry {
  url: string;
  /** An npmrc that makes it the registry of npm and pnpm, with the right to publish. */
  npmrc: string;
  /** The versions of a package that it holds, oldest first. */
  versionsOf(name: string): Promise<string[]>;
  /** Ends it, and only it. */
  stop(): Promise<void>;
}

/**
 * Starts an empty registry on loopback. It asks no other registry: what we publish must install without one, which
 * also proves that it depends on nothing.
 *
 * @param folder Where it may write.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'config.json');
  // YAML reads JSON.
  await writeFile(config, JSON.stringify(configuration(folder)));
  const bin = join(dirname(createRequire(import.meta.url).resolve('verdaccio/package.json')), 'bin/verdaccio');
  const child = spawn(process.execPath, [bin, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill();
    await closed;
  };
  try {
    await answers(url, () => child.exitCode !== null);
    const npmrc = join(folder, 'npmrc');
    await writeFile(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=${await createUser(url)}\n`);
    return { url, npmrc, stop, versionsOf: (name) => versionsOf(url, name) };
  } catch (cause) {
    await stop();
    throw new Error(`Unexpected end of the registry:\n${said}`, { cause });
  }
}

function configuration(folder: string): object {
  return {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: {},
    packages: { '**': { access: '$all', publish: '$authenticated' } },
    web: { enable: false },
    max_body_size: '100mb',
    log: { type: 'stdout', level: 'warn' },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Unexpected address, expected a port');
  return address.port;
}

async function answers(url: string, hasEnded: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !hasEnded(); tries++) {
    const answer = await fetch(`${url}-/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Unexpected silence, expected an answer within a minute');
}

async function createUser(url: string): Promise<string> {
  const name = 'rehearsal';
  const answer = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: crypto.randomUUID() }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`Unexpected answer \`${answer.status}\`, expected a token`);
  return token;
}

async function versionsOf(url: string, name: string): Promise<string[]> {
  const answer = await fetch(url + name.replace('/', '%2f'));
  if (answer.status === 404) return [];
  const { versions } = (await answer.json()) as { versions?: Record<string, unknown> };
  return Object.keys(versions ?? {});
}
