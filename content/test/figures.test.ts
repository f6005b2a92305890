import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { figures } from '../figures/all.ts';
import { tones } from '../figures/plot.ts';
import { GUIDE_FOLDER } from '../src/load.ts';

const LARGEST = 25_000;
const files = readdirSync(GUIDE_FOLDER, { recursive: true, encoding: 'utf8' });

describe.each(Object.entries(figures))('%s', (path, draw) => {
  const drawn = draw();

  test('is on disk as it is drawn today; if not: pnpm --filter @mlguide/content figures', () => {
    expect(existsSync(join(GUIDE_FOLDER, path)), 'exists').toBe(true);
    expect(readFileSync(join(GUIDE_FOLDER, path), 'utf8')).toBe(drawn);
    expect(draw()).toBe(drawn);
  });

  test('is small, has a name, and no finer digits than two decimals', () => {
    expect(Buffer.byteLength(drawn)).toBeLessThan(LARGEST);
    expect(drawn).toMatch(/<title>[^<]{10,}<\/title>\n<desc>[^<]{30,}<\/desc>/);
    const coordinates = [...drawn.matchAll(/ (?:d|x|y|cx|cy|r)="([^"]*)"/g)].map(([, value]) => value).join(' ');
    expect(coordinates).not.toMatch(/\.\d{3}|NaN|Infinity/);
  });

  test('is shown by its topic, in words for those who do not see it', () => {
    const { markdown, alt } = readTopic(path);
    expect(alt.length, 'characters of alt text').toBeGreaterThan(80);
    const unprinted = printedNumbers(drawn).filter(
      (number) => !new RegExp(`(?<![\\d.,])${literally(number)}(?!\\d|[.,]\\d)`).test(markdown),
    );
    expect(unprinted, 'numbers that only the figure shows').toEqual([]);
  });
});

test('no drawing of the guide is made by hand', () => {
  expect(files.filter((file) => file.endsWith('.svg')).toSorted()).toEqual(Object.keys(figures).toSorted());
});

test('each tone is legible on its own paper, and can be made out on the other', () => {
  const papers = ['#fcfbf8', '#171614'] as const;
  for (const [tone, colours] of Object.entries(tones)) {
    colours.forEach((colour, scheme) => {
      const own = contrast(colour, papers[scheme]!);
      const other = contrast(colour, papers[1 - scheme]!);
      // Grey is never used for letters.
      expect(own, `${tone} ${colour}`).toBeGreaterThan(tone === 'grey' ? 3 : 4.5);
      expect(other, `${tone} ${colour} on the other paper`).toBeGreaterThan(3);
    });
  }
});

/** The topic that stands beside a figure, whose name begins with the topic's, and the alt text that it gives. */
function readTopic(path: string): { markdown: string; alt: string } {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const name = basename(path);
  const topic = files.find((file) => {
    const inFolder = file.endsWith('.md') && file.slice(0, file.lastIndexOf('/')) === folder;
    return inFolder && name.startsWith(basename(file, '.md'));
  });
  const markdown = topic === undefined ? '' : readFileSync(join(GUIDE_FOLDER, topic), 'utf8');
  const image = markdown.match(new RegExp(`^!\\[([^\\]]*)\\]\\(${literally(name)}\\)$`, 'm'));
  const told = markdown
    .replaceAll('{,}', ',')
    .replaceAll('-', '−')
    .replace(image?.[0].replaceAll('-', '−') ?? '', '');
  return { markdown: told, alt: image?.[1] ?? '' };
}

/** The numbers of the labels that say the topic prints them too. */
function printedNumbers(svg: string): string[] {
  const labels = [...svg.matchAll(/<text [^>]*data-printed=""[^>]*>([^<]*)</g)].map(([, text]) => text!);
  return labels.flatMap((text) => text.match(/−?\d[\d,]*(?:\.\d+)?/g) ?? []);
}

/** Letters, digits and points that a pattern takes as they are. */
function literally(text: string): string {
  return text.replaceAll('.', '\\.');
}

function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}
