import { parseArguments, type Parsed } from './arguments.ts';
import { UsageError, type Call } from './commands/command.ts';
import { readConfig } from './config.ts';
import { helpText } from './help.ts';
import { isSentence } from './sentence.ts';
import { cleanText } from './typeset/clean.ts';
import { themeFor } from './theme.ts';

declare const MLGUIDE_VERSION: string;

/** Runs the program with what was typed behind its name; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  // `mlguide list | head`: whoever reads no more has read enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const parsed = parseArguments(args);
  if ('problem' in parsed) return fail(parsed.problem);
  if (parsed.options['help'] === true) {
    process.stdout.write(`${helpText(parsed.command)}\n`);
    return 0;
  }
  if (parsed.options['version'] === true) {
    process.stdout.write(`${MLGUIDE_VERSION}\n`);
    return 0;
  }
  try {
    return await runCommand(parsed);
  } catch (error) {
    if (isSentence(error)) return fail(error.message);
    throw error;
  }
}

async function runCommand({ command, words, options }: Parsed): Promise<number> {
  const isTerminal = process.stdout.isTTY === true;
  const { config, warnings } = readConfig(process.env);
  const isProgram = ['', 'topic', 'open'].includes(command.name);
  // The program has a line of its own for them.
  if (!isProgram) for (const warning of warnings) process.stderr.write(`mlguide: ${warning}\n`);
  const ground = options['theme'] ?? process.env['MLGUIDE_THEME'] ?? config.theme ?? 'auto';
  if (ground !== 'auto' && ground !== 'dark' && ground !== 'light') {
    throw new UsageError(`--theme ${String(ground)}: expected dark, light or auto`);
  }
  const theme = themeFor(process.env, isTerminal, ground);
  const call: Call = { words, options, config, warnings, theme, columns: process.stdout.columns || 80, isTerminal };
  // Each command is loaded when it is called: `show` never sees React, and nobody sees the parser but those who parse.
  switch (command.name) {
    case 'show':
      return (await import('./commands/show.ts')).run(call);
    case 'list':
      return (await import('./commands/list.ts')).run(call);
    case 'search':
      return (await import('./commands/search.ts')).run(call);
    case 'questions':
      return (await import('./commands/questions.ts')).run(call);
    case 'tree':
      return (await import('./commands/tree.ts')).run(call);
    case 'stats':
      return (await import('./commands/stats.ts')).run(call);
    case 'check':
      return (await import('./commands/check.ts')).run(call);
    case 'build':
      return (await import('./commands/build.ts')).run(call);
    case 'diff':
      return (await import('./commands/diff.ts')).run(call);
    case 'study':
      return (await import('./commands/study.ts')).run(call);
    case 'plan':
      return (await import('./commands/plan.ts')).run(call);
    case 'mock':
      return (await import('./commands/mock.ts')).run(call);
    case 'mcp':
      return (await import('./commands/mcp.ts')).run(MLGUIDE_VERSION);
    case 'completion':
      return (await import('./commands/completion.ts')).run(call);
    case 'man':
      return (await import('./commands/man.ts')).run(call);
    case 'topic':
    case 'open':
      return (await import('./commands/program.ts')).run(call, command.name);
    default:
      return (await import('./commands/program.ts')).run(call, 'mlguide');
  }
}

function fail(message: string): number {
  process.stderr.write(`mlguide: ${cleanText(message)}\n`);
  return 2;
}
