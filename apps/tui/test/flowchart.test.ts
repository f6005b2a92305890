import { expect, test } from 'vitest';

import { readFlowchart } from '../src/typeset/flowchart.ts';

const told = (source: string) =>
  readFlowchart(source)?.map(({ from, to, words }) =>
    words === '' ? `${from} leads to ${to}.` : `${from} leads, ${words}, to ${to}.`,
  );

test.each([
  [
    'flowchart TD\n  A[Recruiter call] --> B[Screen: coding or ML]\n  B --> C',
    ['Recruiter call leads to Screen: coding or ML.', 'Screen: coding or ML leads to C.'],
  ],
  ['graph LR\nA -->|yes| B{Is it?}\nB -- no --> C((end))', ['A leads, yes, to Is it?.', 'Is it? leads, no, to end.']],
  [
    'flowchart LR; A["one, two"] --> B(["three"]) -.-> C[(store)]',
    ['one, two leads to three.', 'three leads to store.'],
  ],
  [
    'flowchart LR\nC0["c(t-1)"] -->|times f| P((add)) --> C1[c of t]',
    ['c(t-1) leads, times f, to add.', 'add leads to c of t.'],
  ],
  ['flowchart TD\nA & B --> C\nstyle A fill:#fff', ['A leads to C.', 'B leads to C.']],
])('%j is told arrow by arrow', (source, sentences) => {
  expect(told(source)).toEqual(sentences);
});

test.each(['sequenceDiagram\nA->>B: hello', 'flowchart TD\nA ~~~ B', 'flowchart TD\nA[open --> B'])(
  '%j is not told at all',
  (source) => {
    expect(told(source)).toBeUndefined();
  },
);
