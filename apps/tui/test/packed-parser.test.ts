import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSearchIndex } from '@mlguide/core';
import { readGuide } from '@mlguide/core/author';
import { expect, test } from 'vitest';

import { parcelLines } from '../src/markdown/parcel.ts';
import { PROGRAM } from './program-path.ts';

const FIXTURES = fileURLToPath(new URL('../../../packages/core/test/fixtures', import.meta.url));

/** What `shrink.ts` makes of the parser, in a process of its own. */
function readAsPacked(path: string): string {
  return execFileSync(process.execPath, [join(PROGRAM, '../parse-process.js'), path], { encoding: 'utf8' });
}

async function readAsCore(path: string): Promise<string> {
  const { guide, bodies } = await readGuide(path);
  return [...parcelLines(guide, bodies, () => buildSearchIndex(guide)), ''].join('\n');
}

test.each(readdirSync(FIXTURES))('what is packed reads %s as core does', async (name) => {
  const path = join(FIXTURES, name, 'input');
  expect(readAsPacked(path)).toBe(await readAsCore(path));
});

test('names of characters, odd YAML and GitHub’s extensions are read as core reads them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlguide-packed-'));
  writeFileSync(join(folder, 'b.md'), '# B\n');
  writeFileSync(
    join(folder, 'a.md'),
    `---\ntitle: !!str "x \\u00e9"\naliases: &a [one, 'two']\ntags: *a\nminutes: 0x10\n---\n
&copy; &NotEqualTilde; &amp; &nosuch; &#x41; <b>&eacute;</b>\n
| a | b |\n| - | - |\n| ~~1~~ | [^1] |\n\n- [x] https://example.org\n\n[^1]: note $x$\n`,
  );
  const packed = readAsPacked(folder);
  expect(packed).toBe(await readAsCore(folder));
  for (const text of ['x é', '"one","two"', '©', '≂̸', '&nosuch;']) expect(packed).toContain(text);
  rmSync(folder, { recursive: true });
});
