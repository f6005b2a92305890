/**
 * Where the program begins. `open` begins with the process that parses: it is what the first frame waits for, and has a
 * start of Node of its own before it.
 */
const args = process.argv.slice(2);
const ahead = args[0] === 'open' ? await import('./markdown/ahead.ts') : undefined;
ahead?.parseAhead(args);

const { main } = await import('./cli.ts');
process.exitCode = await main(args);
ahead?.stopParsing();

export {};
