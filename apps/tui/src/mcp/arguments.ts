import { UsageError } from '../commands/command.ts';
import type { Given, Tool } from './tools.ts';

/** One argument of a tool. */
export interface Property {
  type: 'string' | 'integer';
  description: string;
  isNeeded?: boolean;
  /** The words it may be. */
  oneOf?: readonly string[];
  least?: number;
  most?: number;
  /** What it is if it is not given. */
  usual?: number;
}

/** A tool's arguments as JSON Schema. */
export function inputSchema({ properties }: Tool): { type: 'object'; [key: string]: unknown } {
  const schemas = Object.entries(properties).map(([name, { type, description, oneOf, least, most, usual }]) => [
    name,
    {
      type,
      description,
      ...(oneOf && { enum: oneOf }),
      ...(least !== undefined && { minimum: least }),
      ...(most !== undefined && { maximum: most }),
      ...(usual !== undefined && { default: usual }),
    },
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(schemas) as object,
    required: Object.keys(properties).filter((name) => properties[name]!.isNeeded === true),
    additionalProperties: false,
  };
}

/**
 * Checks the arguments of a call.
 *
 * @throws {UsageError} that says what was expected.
 */
export function readArguments({ name: tool, properties }: Tool, given: unknown): Given {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given)))
    throw new UsageError(`${tool}: expected an object of arguments`);
  const values = (given ?? {}) as Record<string, unknown>;
  const known = Object.keys(properties);
  const expected = known.length === 0 ? 'none' : known.map((name) => `\`${name}\``).join(', ');
  for (const name of Object.keys(values))
    if (!Object.hasOwn(properties, name))
      throw new UsageError(`${tool}: unexpected argument \`${name}\`, expected ${expected}`);
  const read: Record<string, string | number | undefined> = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = values[name] ?? property.usual;
    if (value === undefined) {
      if (property.isNeeded === true)
        throw new UsageError(`${tool}: \`${name}\` is missing, expected ${kindOf(property)}`);
    } else if (fits(value, property)) read[name] = value as string | number;
    else {
      const found = JSON.stringify(value).slice(0, 80);
      throw new UsageError(`${tool}: unexpected \`${name}\` ${found}, expected ${kindOf(property)}`);
    }
  }
  return read;
}

function fits(value: unknown, { type, oneOf, least = -Infinity, most = Infinity }: Property): boolean {
  if (type === 'integer') return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return typeof value === 'string' && value.trim() !== '' && value.length <= 500 && (oneOf?.includes(value) ?? true);
}

function kindOf({ type, description, oneOf, least, most }: Property): string {
  if (oneOf !== undefined) return oneOf.join(', ');
  if (type === 'integer') return `a whole number from ${least ?? 0} to ${most ?? 'any'}`;
  return `text of 1 to 500 characters: ${description}`;
}
