import { COMMANDS, COMMON } from '../command-table.ts';
import { SETTINGS } from '../config.ts';
import { usage } from '../help.ts';
import { KEYMAP, keyName } from '../keymap.ts';
import { print, type Call } from './command.ts';

/** `mlguide man`: prints the man page, in man's own language: `mlguide man | man -l -`. */
export function run(_call: Call): Promise<number> {
  print(manPage());
  return Promise.resolve(0);
}

/** The man page, made from the tables of commands and keys. */
export function manPage(): string {
  const lines = [
    '.TH MLGUIDE 1',
    '.SH NAME',
    'mlguide \\- a guide to machine\\-learning interviews, in your terminal',
    '.SH SYNOPSIS',
    ...COMMANDS.flatMap((command) => ['.br', escapeRoff(usage(command))]),
    '.SH COMMANDS',
  ];
  for (const command of COMMANDS) {
    lines.push('.TP', `.B ${escapeRoff(usage(command))}`, escapeRoff(`${command.summary}.`));
    for (const { name, value, help } of [...command.options, ...(command.name === '' ? COMMON : [])]) {
      lines.push(
        '.RS',
        '.TP',
        `.B ${escapeRoff(`--${name}${value === undefined ? '' : ` ${value}`}`)}`,
        escapeRoff(`${help}.`),
        '.RE',
      );
    }
  }
  lines.push('.SH KEYS');
  for (const { keys, help } of KEYMAP)
    lines.push('.TP', `.B ${escapeRoff(keys.map(keyName).join(', '))}`, escapeRoff(`${help}.`));
  lines.push('.SH EXAMPLES');
  for (const [line, what] of COMMANDS.flatMap(({ examples }) => examples))
    lines.push('.TP', `.B ${escapeRoff(line)}`, escapeRoff(`${what}.`));
  lines.push(
    '.SH ENVIRONMENT',
    ...[
      'NO_COLOR',
      'no colours if set and not empty',
      'FORCE_COLOR',
      'colours also in a pipe: 0 none, 1 sixteen, 2 256, 3 all',
      'COLORTERM',
      'truecolor for all colours',
      'MLGUIDE_THEME',
      'dark, light or auto',
      'BROWSER',
      'the command that opens links',
    ].map((text, index) => (index % 2 === 0 ? `.TP\n.B ${text}` : escapeRoff(`${text}.`))),
    '.SH FILES',
    '.TP',
    '.B $XDG_CONFIG_HOME/mlguide/config.json',
    'Settings, by default in ~/.config. An object with any of these:',
    ...Object.entries(SETTINGS).flatMap(([name, { help, expected }]) => [
      '.RS',
      '.TP',
      `.B "${name}"`,
      escapeRoff(`${help}: ${expected}.`),
      '.RE',
    ]),
    '.SH EXIT STATUS',
    '0 if all went well, 1 if check or build found errors or diff found lost ids, 2 if the arguments or the input are wrong.',
  );
  return lines.join('\n');
}

/** Text for roff: no escapes of its own, and no line that looks like a request. */
function escapeRoff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
