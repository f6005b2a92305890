/** Runs nginx with our `nginx.conf` on a folder, to see that the file does what docs/deploy.md says. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { StaticServer } from '../scripts/static-server.ts';

const file = fileURLToPath(new URL('nginx.conf', import.meta.url));

/** The path of nginx, if this machine has it. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .map((folder) => path.join(folder, 'nginx'))
    .find((program) => {
      try {
        accessSync(program, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Starts nginx as this user, with our file changed in nothing but the port, the folder and the base path.
 *
 * @param program From {@link findNginx}.
 * @param root The folder that is `/srv/mlguide` in our file.
 * @param base The path below which the site lives, with slashes at its ends.
 */
export async function startNginx(program: string, root: string, base = '/'): Promise<StaticServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mlguide-nginx-'));
  const port = await freePort();
  const ours = (await readFile(file, 'utf8'))
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:8080;', '')
    .replace('root /srv/mlguide;', `root ${root};`)
    .replace('error_page 404 /404.html;', `error_page 404 ${base}404.html;`);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const whole = [
    process.getuid?.() === 0 ? 'user root;' : '',
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr; events {}`,
    `http { access_log off; ${kept.join(' ')}\n${ours}}`,
  ];
  await writeFile(path.join(folder, 'nginx.conf'), whole.join('\n'));

  const server = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr']);
  let said = '';
  server.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; !(await fetch(url).catch(() => undefined)); tries++) {
    if (server.exitCode !== null || tries > 100) throw new Error(`Unexpected end of nginx:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    close: async () => {
      server.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
