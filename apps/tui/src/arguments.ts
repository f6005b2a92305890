import { parseArgs, type ParseArgsConfig } from 'node:util';

import { SETTINGS } from './config.ts';

/** One option of a command. */
export interface OptionSpec {
  name: string;
  /** What its value is called; an option without one is a switch. */
  value?: string;
  help: string;
}

/** One command, as it is parsed, explained and completed. */
export interface CommandSpec {
  name: string;
  /** Words it needs, and words it may have. */
  words: { name: string; needed: boolean; many?: boolean }[];
  summary: string;
  options: OptionSpec[];
  examples: [line: string, what: string][];
}

const JSON_OPTION: OptionSpec = { name: 'json', help: 'print JSON' };
const LINEAR: OptionSpec = { name: 'linear', help: 'line by line, for screen readers' };
const MOUSE: OptionSpec = { name: 'mouse', help: 'listen to the mouse: wheel and click' };

/** Options that every command has. */
export const COMMON: readonly OptionSpec[] = [
  { name: 'theme', value: 'dark|light|auto', help: 'colours for a dark or a light background' },
  { name: 'help', help: 'explain the command' },
];

/** The commands, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: '',
    words: [],
    summary: 'open the guide in the terminal',
    options: [MOUSE, LINEAR, { name: 'version', help: 'print the version' }],
    examples: [
      ['mlguide', 'read the guide; ? lists the keys'],
      ['mlguide show linear-regression | less -R', 'print one topic'],
    ],
  },
  {
    name: 'topic',
    words: [{ name: 'ID', needed: true }],
    summary: 'open the guide at a topic',
    options: [MOUSE, LINEAR],
    examples: [['mlguide topic linear-regression', 'begin at linear regression']],
  },
  {
    name: 'show',
    words: [{ name: 'ID', needed: true }],
    summary: 'print a topic: coloured on a terminal, else plain',
    options: [
      { name: 'width', value: 'COLUMNS', help: 'wrap to this width' },
      JSON_OPTION,
      { name: 'markdown', help: 'print Markdown' },
    ],
    examples: [
      ['mlguide show linear-regression', 'the last part of an id is enough'],
      ['mlguide show classic-ml/trees/pruning --width 60', 'in 60 columns'],
      ['mlguide show pruning --markdown > pruning.md', 'as Markdown'],
    ],
  },
  {
    name: 'list',
    words: [{ name: 'ID', needed: false }],
    summary: 'list all topics, or those of a module or section',
    options: [{ name: 'all', help: 'modules and sections too' }, JSON_OPTION],
    examples: [
      ['mlguide list classic-ml', 'topics of one module'],
      ['mlguide list | fzf | cut -f1 | xargs mlguide show', 'choose one and read it'],
    ],
  },
  {
    name: 'search',
    words: [{ name: 'TEXT', needed: true, many: true }],
    summary: 'search titles, short names and questions',
    options: [{ name: 'most', value: 'NUMBER', help: 'how many at the most (20)' }, JSON_OPTION],
    examples: [
      ['mlguide search svm', 'short names are known'],
      ['mlguide search gradiant boosting', 'slips are forgiven'],
    ],
  },
  {
    name: 'questions',
    words: [],
    summary: 'list interview questions',
    options: [
      { name: 'module', value: 'ID', help: 'of one module' },
      { name: 'in', value: 'ID', help: 'of one module, section or topic' },
      { name: 'difficulty', value: 'warm-up|core|senior', help: 'of one difficulty' },
      { name: 'answers', help: 'with their answers' },
      JSON_OPTION,
    ],
    examples: [
      ['mlguide questions --module classic-ml --difficulty senior', 'what a senior candidate is asked'],
      ['mlguide questions --in pruning --answers', 'with answers'],
    ],
  },
  {
    name: 'open',
    words: [{ name: 'PATH', needed: true }],
    summary: 'browse a Markdown file or folder, or - for input',
    options: [MOUSE, LINEAR],
    examples: [['mlguide open README.md', 'any outline in Markdown']],
  },
  {
    name: 'tree',
    words: [{ name: 'PATH', needed: false }],
    summary: 'print the tree of a guide: yours, or our own',
    options: [{ name: 'ids', help: 'with the ids' }, JSON_OPTION],
    examples: [
      ['mlguide tree README.md', 'what its headings and lists become'],
      ['mlguide tree | head', 'our own guide'],
    ],
  },
  {
    name: 'stats',
    words: [{ name: 'PATH', needed: false }],
    summary: 'count what a guide holds: yours, or our own',
    options: [JSON_OPTION],
    examples: [['mlguide stats guide/', 'module by module']],
  },
  {
    name: 'check',
    words: [{ name: 'PATH', needed: true }],
    summary: 'say what is wrong in the Markdown of a guide',
    options: [
      { name: 'format', value: 'text|json|github|sarif', help: 'how to print messages (text)' },
      { name: 'quiet', help: 'errors only' },
    ],
    examples: [
      ['mlguide check guide/', 'file:line:column, one message a line'],
      ['mlguide check guide/ --format github', 'beside the lines of a pull request'],
    ],
  },
  {
    name: 'diff',
    words: [
      { name: 'OLD', needed: true },
      { name: 'NEW', needed: true },
    ],
    summary: 'say what changed between two versions of a guide',
    options: [JSON_OPTION],
    examples: [['mlguide diff old/guide guide', 'exit 1 if a published id is gone']],
  },
  {
    name: 'completion',
    words: [{ name: 'SHELL', needed: true }],
    summary: 'print a completion script for bash, zsh or fish',
    options: [],
    examples: [['source <(mlguide completion bash)', 'in ~/.bashrc']],
  },
  {
    name: 'man',
    words: [],
    summary: 'print the man page',
    options: [],
    examples: [['mlguide man | man -l -', 'read it']],
  },
];

/** What was typed, understood. */
export interface Parsed {
  command: CommandSpec;
  words: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Understands the arguments. What is wrong with them is a sentence. */
export function parseArguments(args: readonly string[]): Parsed | { problem: string } {
  const named = COMMANDS.find(({ name }) => name !== '' && name === args[0]);
  const command = named ?? COMMANDS[0]!;
  const rest = named === undefined ? args : args.slice(1);
  const first = args.find((word) => !word.startsWith('-'));
  if (named === undefined && first !== undefined) {
    if (args[0] === first) return { problem: `no command \`${first}\`; \`mlguide --help\` lists them` };
  }
  const specs = [...command.options, ...COMMON];
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    specs.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
  );
  options['help'] = { type: 'boolean', short: 'h' };
  if (command.name === '') options['version'] = { type: 'boolean', short: 'V' };
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
    const flags = values as Parsed['options'];
    if (flags['help'] === true || flags['version'] === true) return { command, words: positionals, options: flags };
    const needed = command.words.filter((word) => word.needed);
    if (positionals.length < needed.length) {
      return { problem: `${usage(command)}: ${needed[positionals.length]!.name} is missing` };
    }
    const most = command.words.some((word) => word.many === true) ? Infinity : command.words.length;
    if (positionals.length > most)
      return { problem: `${usage(command)}: one word too many, \`${positionals[most]!}\`` };
    return { command, words: positionals, options: flags };
  } catch (error) {
    // parseArgs explains at length; its first sentence says what.
    const message = error instanceof Error ? error.message : String(error);
    return {
      problem: `${message.split('. ')[0]!.replaceAll("'", '`')}; \`mlguide ${[command.name, '--help'].filter(Boolean).join(' ')}\` lists what there is`,
    };
  }
}

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
    lines.push('', 'Exit codes', row('0', 'all went well'), row('1', 'check found errors, or diff lost ids'));
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
