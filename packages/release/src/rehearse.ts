/** Rehearses a release from the first changeset to the second version, and says how long each step took. */
import { rehearsal, startRehearsal } from './rehearsal.ts';

const began = performance.now();
const stage = await startRehearsal();
try {
  for (const { name, run } of rehearsal) {
    const start = performance.now();
    process.stdout.write(`${name} … `);
    await run(stage);
    console.log(`${seconds(performance.now() - start)}`);
  }
  console.log(`The release works: ${rehearsal.length} steps in ${seconds(performance.now() - began)}`);
} finally {
  await stage.end();
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
