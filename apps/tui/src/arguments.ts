import { parseArgs, type ParseArgsConfig } from 'node:util';

import { COMMANDS, COMMON, type CommandSpec } from './command-table.ts';
import { usage } from './help.ts';

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
