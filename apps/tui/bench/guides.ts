import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a guide of 10,000 topics in 100 parts. */
export function writeManyTopics(folder: string): string {
  const topics = Array.from(
    { length: 10_000 },
    (_, index) => `${index % 100 === 0 ? `\n## Part ${index / 100 + 1}\n\n` : ''}- topic ${index + 1}`,
  );
  return write(folder, 'many.md', `# Many topics\n${topics.join('\n')}\n`);
}

/** Writes a guide of one topic of 100 KB, with a formula in each of its 1,000 paragraphs. */
export function writeLongTopic(folder: string): string {
  const paragraph =
    'Words that fill a line, with *emphasis*, `code`, a formula $x_i^2 + y$ and a [link](https://example.org) in them. ';
  const paragraphs = Array.from({ length: 1000 }, () => paragraph).join('\n\n');
  return write(folder, 'long.md', `# Long\n\n## One topic\n\n${paragraphs}\n`);
}

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
