/**
 * What a reader downloads and what a build costs, printed: bytes of three pages as a host sends them (gzip; fonts are
 * packed already), and processor time for a guide of 300, 1,000 and 3,000 topics.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { serveFolder } from '../scripts/static-server.ts';
import { launchBrowser } from '../test/browser.ts';
import { kindsOfPage } from '../test/kinds-of-page.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
await transfers();
builds();

async function transfers(): Promise<void> {
  const folder = path.join(root, 'dist/');
  const server = await serveFolder(folder, { port: 0 });
  const browser = await launchBrowser();
  const kinds = kindsOfPage({ url: server.url, folder });
  const rows: Record<string, Record<string, string | number>> = {};
  for (const kind of ['home', 'module', 'longest topic']) {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const sums: Record<string, number> = { html: 0, css: 0, js: 0, woff2: 0, other: 0 };
    let requests = 0;
    page.on('requestfinished', (request) => {
      requests++;
      const { pathname } = new URL(request.url());
      const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const type = path.extname(file).slice(1);
      const bytes = type === 'woff2' ? readFileSync(file).length : gzipSync(readFileSync(file)).length;
      sums[type in sums ? type : 'other']! += bytes;
    });
    await page.goto(server.url + (kinds[kind] ?? ''), { waitUntil: 'networkidle' });
    await page.close();
    const total = Object.values(sums).reduce((sum, bytes) => sum + bytes, 0);
    const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    rows[kind] = {
      requests,
      ...Object.fromEntries(Object.entries(sums).map(([type, bytes]) => [type, kilobytes(bytes)])),
      total: kilobytes(total),
    };
  }
  await browser.close();
  await server.close();
  console.table(rows);
}

function builds(): void {
  const astro = path.join(
    path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
    'bin',
    'astro.mjs',
  );
  const out = path.join(root, '.cache', 'bench-site');
  const rows: Record<string, Record<string, string>> = {};
  for (const topics of [300, 1000, 3000]) {
    // The shell's `times` prints what its children took of the processor; the clock would measure the neighbours too.
    const script = '"$0" "$1" build --outDir "$2" >/dev/null 2>&1 || exit 1; times';
    const printed = execFileSync('sh', ['-c', script, process.execPath, astro, out], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        MLGUIDE_CONTENT: path.join(root, 'bench', 'synthetic.ts'),
        MLGUIDE_TOPICS: String(topics),
      },
    });
    const children = printed.trim().split('\n').at(-1) ?? '';
    const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
      0,
    );
    rows[`${topics} topics`] = {
      'processor time': `${seconds.toFixed(1)} s`,
      'per topic': `${((seconds / topics) * 1000).toFixed(1)} ms`,
    };
  }
  rmSync(out, { recursive: true, force: true });
  console.table(rows);
}
