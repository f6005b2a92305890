/**
 * Texts made to bring a parser down, given to the package as it is published. Each ends within a second on an idle
 * machine; the limit here is generous, because test machines are not idle, and still far below what any of them took
 * before its guard: minutes, or for ever.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'tsdown';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { bodyToMarkdown } from '../src/author.ts';
import { guideToJson } from '../src/index.ts';
import type { parseGuideInWorker } from '../src/worker.ts';
import config from '../tsdown.config.ts';
import { HOSTILE } from './hostile.ts';

const LIMIT = 20_000;

let folder: string;
let parse: typeof parseGuideInWorker;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'core-'));
  await build({ ...config, outDir: folder, dts: false, logLevel: 'silent' });
  const face = (await import(pathToFileURL(join(folder, 'worker.js')).href)) as { parseGuideInWorker: typeof parse };
  parse = face.parseGuideInWorker;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(HOSTILE))('%s: ends, and throws nothing', async (_name, { text, rule }) => {
  const { guide, bodies, messages } = await parse([{ path: 'README.md', text: text() }], { timeLimit: LIMIT });
  const rules = messages.map((message) => message.rule);
  expect(rules).not.toContain('too-slow');
  if (rule) expect(rules).toContain(rule);
  guideToJson(guide);
  for (const body of Object.values(bodies).slice(0, 100)) bodyToMarkdown(body);
});
