import type { Message } from '@mlguide/core/author';

import { readMarkdown } from '../foreign.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Meaning } from '../typeset/line.ts';
import { print, printJson, textOption, UsageError, type Call } from './command.ts';

const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
const MEANING: Record<Message['severity'], Meaning> = { error: 'bad', warning: 'warn', info: 'note' };

/** `mlguide check PATH`: prints what is to be said about a guide's Markdown. 1 if any of it is an error. */
export async function run(call: Call): Promise<number> {
  const format = textOption(call, 'format') ?? 'text';
  if (!FORMATS.some((known) => known === format))
    throw new UsageError(`--format ${format}: expected ${FORMATS.join(', ')}`);
  const { messages } = await readMarkdown(call.words[0]!);
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const quiet = call.options['quiet'] === true;
  const shown = quiet ? messages.filter(({ severity }) => severity === 'error') : messages;
  if (format === 'json') printJson(shown);
  else if (format === 'sarif') printJson(asSarif(shown));
  else if (format === 'github') for (const message of shown) print(asGithub(message));
  else printText(shown, messages, call);
  return errors > 0 ? 1 : 0;
}

function printText(shown: readonly Message[], all: readonly Message[], call: Call): void {
  for (const { file, line, column, severity, rule, reason } of shown) {
    const place = `${cleanText(file)}:${line}:${column}`;
    const pieces = [
      span(place),
      span(' '),
      span(severity, MEANING[severity]),
      span(` ${cleanText(reason)} `),
      span(rule, 'muted'),
    ];
    print(paintLine(pieces, call.theme));
  }
  const count = (severity: Message['severity'], one: string, many: string) => {
    const found = all.filter((message) => message.severity === severity).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  };
  const summary = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'note', 'notes'),
  ];
  process.stderr.write(summary.length === 0 ? 'Nothing to mend.\n' : `${summary.join(', ')}.\n`);
}

/** A message as a command of GitHub Actions, which shows it beside the line. */
function asGithub({ file, line, column, endLine, endColumn, severity, rule, reason }: Message): string {
  const level = severity === 'info' ? 'notice' : severity;
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
  return `::${level} ${place},title=${property(rule)}::${data(reason)}`;
}

function asSarif(messages: readonly Message[]): object {
  const rules = new Map(messages.map(({ rule, url }) => [rule, { id: rule, helpUri: url }]));
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'mlguide', rules: [...rules.values()] } },
        results: messages.map(({ file, line, column, endLine, endColumn, severity, rule, reason }) => ({
          ruleId: rule,
          level: severity === 'info' ? 'note' : severity,
          message: { text: reason },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: { startLine: line, startColumn: column, endLine, endColumn },
              },
            },
          ],
        })),
      },
    ],
  };
}
