/** The release, from a changeset to an upgrade, against a registry of our own. The steps build on each other. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { rehearsal, startRehearsal, type Stage } from '../src/rehearsal.ts';

let stage: Stage;
let hasFailed = false;

beforeAll(async () => {
  stage = await startRehearsal();
});
afterAll(() => stage?.end());

test.each(rehearsal)('$name', async ({ run }) => {
  // What follows a failed step would fail for its reason and hide it.
  expect(hasFailed, 'an earlier step failed').toBe(false);
  hasFailed = true;
  await run(stage);
  hasFailed = false;
});
