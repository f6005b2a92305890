import { COMMANDS, COMMON, type CommandSpec } from './command-table.ts';
import { SETTINGS } from './config.ts';

/** How a command is typed. */
export function usage({ name, words }: CommandSpec): string {
  const shown = words.map((word) => (word.needed ? word.name : `[${word.name}]`));
  return ['mlguide', name, ...shown].filter(Boolean).join(' ');
}

/** The help of one command, or of the whole program for the command without a name. */
export function helpText(command: CommandSpec): string {
  const lines = [`${usage(command)}${command.name === '' ? ' [COMMAND]' : ''}`, '', `  ${sentence(command.summary)}`];
  if (command.name === '') {
    lines.push('', 'Commands');
    for (const other of COMMANDS.slice(1)) lines.push(row(usage(other).replace('mlguide ', ''), other.summary));
  }
  lines.push('', 'Options');
  for (const { name, value, help } of [...command.options, ...COMMON]) {
    lines.push(row(`--${name}${value === undefined ? '' : ` ${value}`}`, help));
  }
  lines.push('', 'Examples');
  for (const [line, what] of command.examples) lines.push(`  ${line}`, `      ${what}`);
  if (command.name === '') {
    lines.push('', 'Settings, in $XDG_CONFIG_HOME/mlguide/config.json (by default below ~/.config)');
    for (const [name, { help, expected }] of Object.entries(SETTINGS))
      lines.push(row(`"${name}"`, `${help}: ${expected}`));
    lines.push('', 'Exit codes', row('0', 'all went well'), row('1', 'check or build found errors, or diff lost ids'));
    lines.push(row('2', 'the arguments or the input are wrong'));
  }
  return lines.join('\n');
}

function row(left: string, right: string): string {
  return left.length > 22 ? `  ${left}\n${' '.repeat(26)}${right}` : `  ${left.padEnd(24)}${right}`;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
