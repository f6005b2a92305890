import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { buildOwnGuide } from '../scripts/build-own.ts';
import { deadLinks, pagesIn } from './site-files.ts';

const markdown = `# Café notes

What I wish I had known: see [the heaps](#heaps).

# Questions

## Heaps

![A heap](heap.svg) A heap is *almost* sorted: $O(\\log n)$, and <script>alert(1)</script> does nothing.

- push
- pop
  - sift down
- [TBD]

# Größenordnungen

- [Big O](https://example.org/big-o)
- See [nowhere](#nowhere)

An unfinished formula, $\\frac{1}$, is text.
`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mlguide-own-'));
  await writeFile(path.join(folder, 'README.md'), markdown);
  await writeFile(path.join(folder, 'heap.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'secret.txt'), 'not shown by any page');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes a site of somebody’s README, and says what it could not place', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.stubEnv('NODE_ENV', 'production');
  const out = await buildOwnGuide(path.join(folder, 'README.md'));
  expect(said.mock.calls.flat().join('\n')).toMatch(/README\.md:\d+:\d+: error: .*nowhere/);
  expect(said.mock.calls.flat().join('\n')).toMatch(
    /README\.md:\d+:\d+: warning: Unexpected `\\frac\{1\}`: .*typesetting/,
  );
  expect(told.mock.calls.flat()).toEqual(['Building “Café notes”: 4 topics, 1 resource …']);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();

  const site = { url: 'http://localhost/', folder: out };
  const pages = pagesIn(site);
  expect(deadLinks(site, pages)).toEqual([]);
  const all = pages.map(({ html }) => html).join('\n');
  expect(all).toContain('Café notes');
  expect(all).toContain('Größenordnungen');
  expect(all).toContain('sift down');
  expect(all).toContain('https://example.org/big-o');
  expect(all).not.toContain('<script>alert');
  expect(await readFile(path.join(out, 'assets', 'heap.svg'), 'utf8')).toContain('<svg');
  await expect(readFile(path.join(out, 'assets', 'secret.txt'))).rejects.toThrow('ENOENT');
});

it.each([
  ['a path that leads nowhere', ['/no/such/guide'], 'no/such/guide'],
  ['a second path', ['one.md', 'two.md'], 'Unexpected `two.md`'],
  ['an option that there is not', ['--prt=80'], "Unknown option '--prt'"],
  ['a port that is none', ['--port', 'x'], 'Unexpected port `x`'],
  ['a host that is not ours', ['--host', '192.0.2.1', '--port', '0'], 'The site cannot be served'],
])('names %s in one line, and stops with 2', async (_, given, said) => {
  const serve = fileURLToPath(new URL('../scripts/serve.ts', import.meta.url));
  const failure: unknown = await promisify(execFile)(process.execPath, [serve, ...given]).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code: 2, stderr: expect.stringMatching(/^[^\n]+\n$/) as string });
  expect(failure).toMatchObject({ stderr: expect.stringContaining(said) as string });
});

it('builds into no folder that holds something else', async () => {
  const build = fileURLToPath(new URL('../scripts/build.ts', import.meta.url));
  const failure: unknown = await promisify(execFile)(process.execPath, [build, '--outDir', folder]).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code: 2, stderr: expect.stringContaining('Unexpected files in') as string });
  expect(await readFile(path.join(folder, 'secret.txt'), 'utf8')).toBe('not shown by any page');
});
