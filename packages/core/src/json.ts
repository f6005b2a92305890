import { SCHEMA_VERSION, type Guide } from './types.ts';

/** The guide as JSON text; the same guide gives the same text. */
export function guideToJson(guide: Guide): string {
  return JSON.stringify(guide);
}

/**
 * The guide in a JSON text that {@link guideToJson} wrote.
 *
 * @throws {SyntaxError} if the text is not JSON.
 * @throws {TypeError} if it is JSON but not a guide, or a guide of another schema version.
 */
export function guideFromJson(text: string): Guide {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || !('nodes' in value)) {
    throw new TypeError('Unexpected JSON, expected a guide with `schemaVersion` and `nodes`');
  }
  if (value.schemaVersion !== SCHEMA_VERSION) {
    const found = String(value.schemaVersion);
    throw new TypeError(`Unexpected schema version \`${found}\`, expected \`${SCHEMA_VERSION}\``);
  }
  return value as Guide; // The version says that we wrote it; the JSON Schema of the content package checks the rest.
}
