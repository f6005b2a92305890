import type { Log, ReportingDescriptor } from 'sarif';

import type { Message, Severity } from './messages.ts';
import { rules, type Rule, type RuleId } from './rules.ts';
import { cleanText } from './text.ts';

/** How messages can be written: for people, as JSON, as SARIF 2.1.0, or as annotations of GitHub's workflows. */
export type MessageFormat = 'pretty' | 'json' | 'sarif' | 'github';

/** What {@link formatMessages} may be told. */
export interface FormatOptions {
  /** Put before every path, such as `content/guide/`; by default nothing. */
  root?: string;
  /** Colours for a terminal, with `pretty`; by default none. */
  colour?: boolean;
}

/**
 * Writes messages. Pure: what it returns ends with a line feed, or is empty where the format has nothing to say.
 *
 * @example formatMessages(messages, 'pretty')
 */
export function formatMessages(
  messages: readonly Message[],
  format: MessageFormat = 'pretty',
  options: FormatOptions = {},
): string {
  const root = options.root ?? '';
  const placed = messages.map((message) => ({ ...message, file: root + message.file }));
  switch (format) {
    case 'pretty':
      return pretty(placed, options.colour ?? false);
    case 'json':
      return `${JSON.stringify(placed, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarif(placed), null, 2)}\n`;
    case 'github':
      return placed.map(annotation).join('');
  }
}

const COLOURS: Record<Severity, string> = { error: '31', warning: '33', info: '36' };

/* One block per file, as a compiler prints them; places first, so that an editor's terminal makes links of them. */
function pretty(messages: readonly Message[], colour: boolean): string {
  const paint = (code: string, text: string) => (colour ? `\u001b[${code}m${text}\u001b[39m\u001b[22m` : text);
  const lines = messages.map(({ file, line, column, severity, reason, rule }) => {
    const place = `${cleanText(file)}:${line}:${column}`;
    return `${place}  ${paint(COLOURS[severity], severity)}  ${cleanText(reason)}  ${paint('2', rule)}`;
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(messages), ''].join('\n');
}

function summary(messages: readonly Message[]): string {
  const count = (severity: Severity) => messages.filter((message) => message.severity === severity).length;
  const parts = (['error', 'warning'] as const).map((one) => `${count(one)} ${one}${count(one) === 1 ? '' : 's'}`);
  return messages.length === 0 ? 'No messages.' : `${parts.join(', ')}, ${count('info')} for information.`;
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation({ file, line, column, endLine, endColumn, severity, reason, rule }: Message): string {
  const command = severity === 'info' ? 'notice' : severity;
  // GitHub reads `endColumn` only where an annotation stays on one line.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const place = `file=${escapeValue(file)},line=${line},endLine=${endLine}${columns},title=${rule}`;
  return `::${command} ${place}::${escapeData(reason)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeValue(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

const SARIF_LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarif(messages: readonly Message[]): Log {
  const used = [...new Set(messages.map(({ rule }) => rule))].toSorted();
  const urls = new Map(messages.map(({ rule, url }) => [rule, url]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mlguide', rules: used.map((id) => sarifRule(id, urls.get(id)!)) } },
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => ({
          ruleId: message.rule,
          ruleIndex: used.indexOf(message.rule),
          level: SARIF_LEVEL[message.severity],
          message: { text: message.reason },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(message.file).replace(/[?#]/g, encodeURIComponent) },
                region: {
                  startLine: message.line,
                  startColumn: message.column,
                  endLine: message.endLine,
                  endColumn: message.endColumn,
                },
              },
            },
          ],
        })),
      },
    ],
  };
}

function sarifRule(id: RuleId, helpUri: string): ReportingDescriptor {
  const rule: Rule = rules[id];
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri,
    defaultConfiguration: { level: SARIF_LEVEL[rule.severity] },
  };
}
