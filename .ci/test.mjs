// Runs every package's tests through turbo, then adds up what their reports say.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const asked = process.argv.slice(2);
const packages = globSync('{packages/*,apps/*,content}/package.json')
  .map((manifest) => ({
    ...JSON.parse(readFileSync(manifest, 'utf8')),
    report: manifest.replace('package.json', 'test-results/vitest.json'),
  }))
  .filter(({ scripts }) => scripts?.test);
// What an earlier run left must not count for a package whose tests do not come to run in this one.
for (const { report } of packages) rmSync(report, { force: true });

const run = spawnSync('turbo', ['run', 'test', '--continue', '--output-logs=new-only', ...asked], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});

let passed = 0;
let failed = 0;
let skipped = 0;
const failures = [];
for (const { name, report } of packages) {
  if (!existsSync(report)) {
    if (asked.length > 0) continue; // Such as `--filter`: not all were to run.
    console.error(`${name}: no report at ${report}, counted as a failure`);
    failed += 1;
    continue;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  failures.push(...failuresOf(testResults).map((failure) => `${name}: ${failure}`));
  passed += numPassedTests;
  // A file that cannot be loaded has no tests that could fail.
  failed += numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  skipped += numPendingTests;
  console.log(`${name}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
// Once more at the end, where they are found among the output of a dozen packages.
for (const failure of failures) console.log(`\n${failure}`);
if (run.status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);

/** The name and the first lines of each failed test, and of each file that could not be loaded. */
function failuresOf(files) {
  return files.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${file.name}\n${firstLines(file.message)}`];
    return failed.map((test) => `${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
  });
}

function firstLines(text) {
  const lines = stripVTControlCharacters(text).split('\n');
  // Where vitest itself stood is of no use to anybody.
  return lines
    .filter((line) => !/^\s+at .*(?:node_modules|new Promise)/.test(line))
    .slice(0, 40)
    .join('\n');
}
