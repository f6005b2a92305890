import { createServer } from 'node:net';
import { request } from 'node:http';

import { expect, inject, it } from 'vitest';

import { serveFolder } from '../scripts/static-server.ts';

const { folder } = inject('real');

/** The status of a request whose path no client has tidied. */
function status(origin: string, path: string, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

it('takes the next free port', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, 'localhost', resolve));
  const address = blocker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const server = await serveFolder(folder, { port });
  expect(Number(new URL(server.url).port)).toBeGreaterThan(port);
  await server.close();
  blocker.close();
});

it.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/a/../../package.json',
  '/%00',
  '/%',
  '//etc/passwd',
])('leads nobody out of its folder by %s', async (path) => {
  const server = await serveFolder(folder, { port: 0 });
  expect(await status(server.url, path)).toBe(404);
  expect(await status(server.url, '/')).toBe(200);
  await server.close();
});

it('takes no other method than GET and HEAD', async () => {
  const server = await serveFolder(folder, { port: 0 });
  expect(await status(server.url, '/', 'POST')).toBe(405);
  expect(await status(server.url, '/', 'HEAD')).toBe(200);
  await server.close();
});

it.each([
  ['', 'text/html;charset=utf-8'],
  ['search.json', 'application/json; charset=utf-8'],
  ['llms.txt', 'text/plain; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml'],
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
])('names the type of `%s`', async (path, type) => {
  const server = await serveFolder(folder, { port: 0 });
  const response = await fetch(server.url + path);
  expect(response.headers.get('content-type')).toBe(type);
  await server.close();
});
