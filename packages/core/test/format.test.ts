import { expect, test } from 'vitest';

import { formatMessages, parseGuide, type Message } from '../src/author.ts';

const { messages } = parseGuide([
  {
    path: 'a, b.md',
    text: '# Guide\n\n## Trees\n\n#### Pruning\n\n[100%](#prunning)\n\n![](https://example.org/a.png)',
  },
]);

test('for people: a line each, place first, and how many there are', () => {
  expect(formatMessages(messages)).toBe(
    [
      'a, b.md:5:1  warning  Unexpected heading of rank `4` after rank `2`, expected rank `3`  skipped-rank',
      'a, b.md:7:1  error  Unexpected link to `#prunning`, which does not exist, did you mean `#pruning`?  broken-link',
      'a, b.md:9:1  warning  Unexpected image without text alternative  image-alt',
      '',
      '1 error, 2 warnings, 0 for information.',
      '',
    ].join('\n'),
  );
  expect(formatMessages([])).toBe('No messages.\n');
});

test('for people with colours: the same without them', () => {
  const coloured = formatMessages(messages, 'pretty', { colour: true });
  // eslint-disable-next-line no-control-regex -- that is what colours are
  expect(coloured.replace(/\u001b\[\d+m/gu, '')).toBe(formatMessages(messages));
  expect(coloured).toContain('\u001b[31merror');
});

test('a message cannot drive a terminal', () => {
  const wild: Message = { ...messages[0]!, file: 'a\u001b[2J.md', reason: 'x\u001b]0;y\u0007\nz' };
  // eslint-disable-next-line no-control-regex -- none may be left
  expect(formatMessages([wild])).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
});

test('JSON: the messages themselves, with the root before their paths', () => {
  const parsed = JSON.parse(formatMessages(messages, 'json', { root: 'guide/' })) as Message[];
  expect(parsed).toEqual(messages.map((message) => ({ ...message, file: `guide/${message.file}` })));
});

test('GitHub: one escaped command each', () => {
  expect(formatMessages(messages, 'github').split('\n')[1]).toBe(
    '::error file=a%2C b.md,line=7,endLine=7,col=1,endColumn=18,title=broken-link::' +
      'Unexpected link to `#prunning`, which does not exist, did you mean `#pruning`?',
  );
});

/** What SARIF 2.1.0 asks of the parts that we write, clause by clause. */
test('SARIF 2.1.0: has the shape that the standard asks for', () => {
  const log = JSON.parse(formatMessages(messages, 'sarif')) as {
    version: string;
    runs: {
      tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string }; helpUri: string }[] } };
      columnKind: string;
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: {
          physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
        }[];
      }[];
    }[];
  };
  expect(log.version).toBe('2.1.0'); // 3.13.2
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  expect(run!.tool.driver.name).toBe('mlguide'); // 3.19.8: required
  expect(run!.columnKind).toBe('utf16CodeUnits'); // 3.14.17
  expect(run!.results).toHaveLength(messages.length);
  run!.results.forEach((result, index) => {
    expect(run!.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId); // 3.27.6
    expect(['none', 'note', 'warning', 'error']).toContain(result.level); // 3.27.10
    expect(result.message.text).toBe(messages[index]!.reason); // 3.27.11: required
    const { artifactLocation, region } = result.locations[0]!.physicalLocation;
    expect(artifactLocation.uri).toBe('a,%20b.md'); // 3.4.3: a URI reference
    for (const value of Object.values(region)) expect(value).toBeGreaterThanOrEqual(1); // 3.30.5–8
  });
  for (const rule of run!.tool.driver.rules) expect(() => new URL(rule.helpUri)).not.toThrow(); // 3.49.12
});
