/**
 * The corpus of the benchmark, made from a seed number: the same number gives the same bytes on every machine.
 */
import type { SourceFile } from '../src/author.ts';

/** Numbers that look random and repeat: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = `a model learns from data the loss falls while error on held out examples rises so we stop early or add
 a penalty variance bias gradient step batch layer weight tree split leaf forest boosting kernel margin support vector
 cluster centre distance feature scale sample noise signal label rank recall precision curve threshold cost serving
 latency cache index shard queue replica drift monitor retrain deploy canary budget interview answer trade off because
 which when then but and with without of in to is are was can must`.split(/\s+/u);

/** A guide of many files, each one topic of about a kilobyte with everything that topics hold. */
export function makeFolder(files: number, seed = 1): SourceFile[] {
  const writer = new Writer(seed);
  return Array.from({ length: files }, (_unused, index) => {
    const module = Math.floor(index / 100);
    const section = Math.floor((index % 100) / 10);
    const path = `${pad(module)}-module/${pad(section)}-section/${pad(index % 10)}-topic-${index}.md`;
    const title = writer.title();
    const before =
      index > 0 && index % 10 > 0 ? `[the one before](${pad((index % 10) - 1)}-topic-${index - 1}.md)` : '';
    const text = `---
title: ${JSON.stringify(title)}
difficulty: ${writer.pick(['intro', 'core', 'advanced'])}
tags: [${writer.pick(['theory', 'practice'])}]
---

${writer.paragraph()} ${before}

## How it works

${writer.paragraph()}

${writer.block()}

## Questions

### ${writer.title()}?

${writer.sentence()}

## Resources

- [${writer.title()}](https://example.org/${index}) (A. Author, 2006): ${writer.words(5)}
`;
    return { path, text };
  });
}

/** A guide in one README: an outline of labels at first, then chapters of prose; at least this many characters. */
export function makeReadme(length: number, seed = 1): SourceFile {
  const writer = new Writer(seed);
  const parts = ['# A guide'];
  let size = 0;
  while (size < length) {
    const lines = [`## ${writer.title()}`, writer.paragraph(), `### ${writer.title()}`, writer.block()];
    lines.push(writer.list(3), `### ${writer.title()}`, writer.paragraph(), writer.block(), writer.paragraph());
    const chapter = lines.join('\n\n');
    parts.push(chapter);
    size += chapter.length + 2;
  }
  return { path: 'README.md', text: `${parts.join('\n\n')}\n` };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

class Writer {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomNumbers(seed);
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#next() * from.length)]!;
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.pick(WORDS)).join(' ');
  }

  title(): string {
    const text = this.words(2 + Math.floor(this.#next() * 4));
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  sentence(): string {
    const inline = this.pick([
      '',
      '',
      '',
      ' **the term**',
      ' `code()`',
      ' $x_i^2$',
      ' [a link](https://example.org/a)',
      ' _so_',
    ]);
    const text = this.words(8 + Math.floor(this.#next() * 10));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${inline}.`;
  }

  paragraph(): string {
    return Array.from({ length: 2 + Math.floor(this.#next() * 3) }, () => this.sentence()).join('\n');
  }

  list(depth: number): string {
    const lines: string[] = [];
    const items = (level: number): void => {
      for (let index = 0; index < 3; index++) {
        lines.push(`${'  '.repeat(level)}- ${this.title()}`);
        if (level + 1 < depth && this.#next() < 0.4) items(level + 1);
      }
    };
    items(0);
    return lines.join('\n');
  }

  block(): string {
    return this.pick([
      () => `\`\`\`python\ndef f(x):\n    # ${this.words(4)}\n    return x + 1\n\`\`\``,
      () =>
        `| a | b |\n| --- | --- |\n| ${this.words(2)} | ${this.words(2)} |\n| ${this.words(2)} | ${this.words(2)} |`,
      () => `$$\n\\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2\n$$`,
      () => `> [!NOTE]\n> ${this.sentence()}`,
      () => Array.from({ length: 4 }, () => `- ${this.sentence()}`).join('\n'),
      () => this.list(2),
    ])();
  }
}
