import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What a reader may set once for all. */
export interface Config {
  theme?: 'dark' | 'light' | 'auto';
  mouse?: boolean;
  linear?: boolean;
  /** The widest line of text, in columns. */
  width?: number;
}

/** What a setting may be, as JSON Schema has it. */
type SettingSchema =
  { enum: readonly string[] } | { type: 'boolean' } | { type: 'integer'; minimum: number; maximum: number };

interface Setting {
  help: string;
  expected: string;
  schema: SettingSchema;
}

const SWITCH = { expected: 'true or false', schema: { type: 'boolean' } } as const;

/** Every setting: what the file is checked by, what the help says, and what an editor knows of it. */
export const SETTINGS: Record<keyof Config, Setting> = {
  theme: {
    help: 'colours',
    expected: '"dark", "light" or "auto"',
    schema: { enum: ['dark', 'light', 'auto'] },
  },
  mouse: { help: 'listen to the mouse from the start', ...SWITCH },
  linear: { help: 'line by line, for screen readers', ...SWITCH },
  width: {
    help: 'widest line of text',
    expected: 'a number of columns, 20 to 300',
    schema: { type: 'integer', minimum: 20, maximum: 300 },
  },
};

/** The file's JSON Schema, for editors. The package has it as `dist/config.schema.json`. */
export function configSchema(): object {
  const properties = Object.entries(SETTINGS).map(([name, { help, expected, schema }]) => [
    name,
    { description: `${help}: ${expected}`, ...schema },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of mlguide',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...(Object.fromEntries(properties) as object) },
    additionalProperties: false,
  };
}

function isValid(value: unknown, schema: SettingSchema): boolean {
  if ('enum' in schema) return schema.enum.some((one) => one === value);
  if (schema.type === 'boolean') return typeof value === 'boolean';
  return Number.isInteger(value) && (value as number) >= schema.minimum && (value as number) <= schema.maximum;
}

/** Where the file is: `$XDG_CONFIG_HOME/mlguide/config.json`, by default below `~/.config`. */
export function configPath(env: Readonly<Record<string, string | undefined>>): string {
  const home = env['XDG_CONFIG_HOME'];
  // The specification says that a relative path is to be ignored.
  return join(home?.startsWith('/') === true ? home : join(homedir(), '.config'), 'mlguide', 'config.json');
}

/** Reads the file, if there is one. What is wrong with it is a warning; the file itself is left as it is. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): { config: Config; warnings: string[] } {
  const path = configPath(env);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      config: {},
      warnings: code === 'ENOENT' || code === 'ENOTDIR' ? [] : [`${path}: cannot be read (${code ?? 'unknown'})`],
    };
  }
  return parseConfig(text, path);
}

/** Understands the text of a file. What is not understood is left out, with a warning. */
export function parseConfig(text: string, path: string): { config: Config; warnings: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { config: {}, warnings: [`${path}:${placeOf(error, text)}: not JSON; nothing in it is used`] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { config: {}, warnings: [`${path}:1:1: expected an object such as {"theme": "light"}`] };
  }
  const warnings: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [key, set] of Object.entries(value)) {
    if (key === '$schema') continue;
    const line = text.slice(0, Math.max(0, text.indexOf(JSON.stringify(key)))).split('\n').length;
    if (!Object.hasOwn(SETTINGS, key)) {
      const near = Object.keys(SETTINGS).find((name) => isNear(key.toLowerCase(), name));
      warnings.push(
        `${path}:${line}: unknown setting \`${key}\`${near === undefined ? `; there are ${Object.keys(SETTINGS).join(', ')}` : `, did you mean \`${near}\`?`}`,
      );
    } else if (!isValid(set, SETTINGS[key as keyof Config].schema)) {
      warnings.push(
        `${path}:${line}: \`${key}\` is ${JSON.stringify(set)}, expected ${SETTINGS[key as keyof Config].expected}`,
      );
    } else {
      config[key] = set;
    }
  }
  return { config: config as Config, warnings };
}

/** The line and column that the parser complains of; the end of the text if it says none. */
function placeOf(error: unknown, text: string): string {
  const lines = text.slice(0, positionOf(error) ?? firstBadCharacter(text)).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

function positionOf(error: unknown): number | undefined {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  return position === null ? undefined : Number(position[1]);
}

/** V8 tells no position for some mistakes: then it is where the shortest text that makes the same mistake ends. */
function firstBadCharacter(text: string): number {
  for (let length = 1; length <= Math.min(text.length, 5000); length++) {
    try {
      JSON.parse(text.slice(0, length));
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Unexpected token')) return length - 1;
    }
  }
  return text.length;
}

/** Whether two names differ by two letters at the most, or one begins the other. */
function isNear(wanted: string, name: string): boolean {
  if (wanted.length > 2 && (name.startsWith(wanted) || wanted.startsWith(name))) return true;
  let row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...wanted].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= name.length; index++) {
      const change = row[index - 1]! + (name[index - 1] === letter ? 0 : 1);
      next.push(Math.min(row[index]! + 1, next[index - 1]! + 1, change));
    }
    row = next;
  }
  return row.at(-1)! <= 2;
}
