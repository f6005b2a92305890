/** Fails when the changesets say less than the difference from the last release demands. */
import { join } from 'node:path';

import { diffGuides } from '@mlguide/core';

import { higher, readLevel } from './changesets.ts';
import { readCurrent, readReleased } from './released.ts';
import { ROOT } from './workspace.ts';

const NAME = '@mlguide/content';
const MOST = 10;

const released = await readReleased();
if (released === undefined) {
  console.log(`${NAME} has not been released: nothing is promised yet`);
} else {
  const current = await readCurrent();
  const { level, changes } = diffGuides(released.guide, current.guide, {
    before: released.digests,
    after: current.digests,
  });
  const said = await readLevel(join(ROOT, '.changeset'), NAME);
  console.log(`${NAME}: the guide asks for ${level}, the changesets say ${said}`);
  if (higher(level, said) !== said) {
    const causes = changes.filter((change) => change.level === level);
    for (const { reason } of causes.slice(0, MOST)) console.error(`  ${reason}`);
    if (causes.length > MOST) console.error(`  and ${causes.length - MOST} more`);
    console.error(`Unexpected level \`${said}\`, expected \`${level}\`: run \`npx -y pnpm@12 changeset\``);
    process.exitCode = 1;
  }
}
