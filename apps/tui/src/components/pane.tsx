import { Text } from 'ink';
import { useMemo, type ReactNode } from 'react';

import { paintLine, type Theme } from '../theme.ts';
import type { Line } from '../typeset/line.ts';

/** Lines as one `<Text>`: Ink is quick as long as it lays out few elements. */
export function Pane({ lines, theme }: { lines: readonly Line[]; theme: Theme }): ReactNode {
  const text = useMemo(() => lines.map((line) => paintLine(line, theme)).join('\n'), [lines, theme]);
  return <Text wrap="truncate">{text}</Text>;
}
