import type { YamlEntry } from './yaml.ts';

/* One entry of plain YAML: a key, and a word or words, a whole number, a text in quotes, or a list of these on one line. */
const WORDS = /[A-Za-z][\w.()/+-]*(?:,?[ ][\w(][\w.()/+-]*)*/.source;
const ITEM = `[A-Za-z][\\w./+-]*(?:[ ][\\w][\\w./+-]*)*|"[^"\\\\\\n]*"`;
const ENTRY = new RegExp(
  `([A-Za-z]\\w*): (?:(${WORDS})|(0|[1-9]\\d{0,8})|("[^"\\\\\\n]*")|\\[((?:${ITEM})(?:, (?:${ITEM}))*)\\])(?:\\n|$)`,
  'y',
);
/* What YAML's core schema takes for something else than a text. */
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * Reads the YAML that most files have at their head, twenty times faster than a parser of all YAML.
 *
 * @returns The same as {@link readYaml}, or nothing for any text that is not as plain as that.
 */
export function readPlainYaml(text: string): YamlEntry[] | undefined {
  const entries: YamlEntry[] = [];
  ENTRY.lastIndex = 0;
  for (let start = 0; start < text.length; start = ENTRY.lastIndex) {
    const match = ENTRY.exec(text);
    if (!match) return undefined;
    const [, key = '', words, number, quoted, list] = match;
    if (entries.some((entry) => entry.key === key)) return undefined;
    const keyRange = { start, end: start + key.length };
    const from = keyRange.end + 2;
    if (list !== undefined) {
      const items = readList(list, from + 1);
      if (!items) return undefined;
      const range = { start: from, end: items.ranges.at(-1)!.end };
      entries.push({ key, keyRange, value: items.values, range, items: items.ranges });
      continue;
    }
    const source = words ?? number ?? quoted ?? '';
    if (words !== undefined && SPECIAL.test(words)) return undefined;
    const value = number !== undefined ? Number(number) : quoted !== undefined ? quoted.slice(1, -1) : source;
    entries.push({ key, keyRange, value, range: { start: from, end: from + source.length } });
  }
  return entries;
}

function readList(list: string, from: number) {
  const values: string[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const match of list.matchAll(/"([^"]*)"|[^,"]+(?=,|$)/g)) {
    const [source, quoted] = match;
    const lead = quoted === undefined ? source.length - source.trimStart().length : 0;
    const value = quoted ?? source.trim();
    if (quoted === undefined && value === '') continue;
    if (quoted === undefined && SPECIAL.test(value)) return undefined;
    values.push(value);
    ranges.push({ start: from + match.index + lead, end: from + match.index + source.length });
  }
  return { values, ranges };
}
