/** Writes every figure beside its topic: `pnpm --filter @mlguide/content figures`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { figures } from './all.ts';

const GUIDE = new URL('../guide/', import.meta.url);

for (const [path, draw] of Object.entries(figures)) await writeFile(fileURLToPath(new URL(path, GUIDE)), draw());
console.log(`${Object.keys(figures).length} figures`);
