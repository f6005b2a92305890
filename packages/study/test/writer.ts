/** Appends reviews to the log in its first argument for ever, and prints the id of each once it is kept. */
import { writeSync } from 'node:fs';

import { appendToStudyFile } from '../src/file.ts';

const [path = '', name = ''] = process.argv.slice(2);
for (let number = 0; ; number++) {
  const id = `${name}-${number}`;
  appendToStudyFile(path, [{ id, at: number, type: 'note-set', node: 'a', text: 'x'.repeat(number % 5000) }]);
  writeSync(1, `${id}\n`);
}
