/** A small server for a folder of static files, the way a plain host would serve it. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import sirv from 'sirv';

/** A running server. */
export interface StaticServer {
  /** Where the site is, with its base path and a `/` at the end. */
  url: string;
  /** Stops it; connections that are still open are cut. */
  close: () => Promise<void>;
}

/** How to serve. */
export interface ServeOptions {
  /** The first port to try; `0` lets the system choose. */
  port: number;
  /** The path below which the site lives. */
  base?: string;
  /** The address to listen on; this machine only by default. */
  host?: string;
}

/**
 * Serves a folder, on the first free port from the one asked for.
 *
 * @throws {Error} if no port is free, or this user may not listen.
 */
export async function serveFolder(
  folder: string,
  { port, base = '/', host = 'localhost' }: ServeOptions,
): Promise<StaticServer> {
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const notFound = await readFile(path.join(folder, '404.html')).catch(() => 'Not found');
  const files = sirv(folder, {
    etag: true,
    setHeaders(response, pathname) {
      const type = /\.(md|txt|xml|json|webmanifest)$/.exec(pathname)?.[1];
      if (type !== undefined) response.setHeader('content-type', `${types[type]}; charset=utf-8`);
      response.setHeader('x-content-type-options', 'nosniff');
      // What has a hash in its name never changes; everything else is asked for again.
      const immutable = pathname.startsWith('/_astro/');
      response.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
    if (`${pathname}/` === root) {
      response.writeHead(308, { location: root }).end();
      return;
    }
    if (!pathname.startsWith(root)) return missing();
    const inside = pathname.slice(root.length - 1);
    request.url = query === undefined ? inside : `${inside}?${query}`;
    files(request, response, missing);
  });

  const free = await listenFrom(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${free}${root}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const types: Record<string, string> = {
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
};

async function listenFrom(server: Server, first: number, host: string): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port; // A TCP server has no other kind of address.
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= Math.min(first + 100, 65_535)) throw error;
    }
  }
}
