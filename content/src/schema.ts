/**
 * The JSON Schema of `guide.json`, for those who read it without our types. The types of `@mlguide/core` say the same;
 * a test holds the guide against both.
 *
 * @see https://json-schema.org/draft/2020-12
 */

const id = { type: 'string', pattern: '^[^/\\s]+(/[^/\\s]+)*$', description: 'The id of a node: slugs joined by `/`.' };
const ids = { type: 'array', items: { $ref: '#/$defs/id' } };
const count = { type: 'integer', minimum: 0 };
const place = { type: 'integer', minimum: 1 };
const text = { type: 'string' };
const texts = { type: 'array', items: text };

/** An object with exactly these properties, all required but those named. */
function record(properties: Record<string, unknown>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

const base = {
  id: { $ref: '#/$defs/id' },
  title: { ...text, description: 'Plain text.' },
  parent: { anyOf: [{ $ref: '#/$defs/id' }, { type: 'null' }] },
  children: ids,
  span: { $ref: '#/$defs/span' },
  anchors: { ...texts, description: 'Every URL fragment that leads here, without `#`.' },
  status: { enum: ['ready', 'tbd'] },
  note: { ...text, description: 'What the author noted about a gap; only with `tbd`.' },
  tags: texts,
  links: { type: 'array', items: { $ref: '#/$defs/link' } },
  body: { anyOf: [{ $ref: '#/$defs/body' }, { type: 'null' }] },
};

/** A node of one kind, with the fields that only this kind has. */
function node(kind: string, own: Record<string, unknown> = {}) {
  return record({ ...base, kind: { const: kind }, ...own }, ['note']);
}

export const guideSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/@mlguide/content/dist/schema.json',
  title: 'A guide',
  description:
    'A typed tree of topics, questions and resources; nodes are flat, keyed by id, and name each other by id.',
  ...record({
    schemaVersion: { const: 1 },
    title: text,
    modules: { ...ids, description: 'The top level in reading order.' },
    nodes: { type: 'object', propertyNames: { $ref: '#/$defs/id' }, additionalProperties: { $ref: '#/$defs/node' } },
    redirects: { type: 'object', additionalProperties: { $ref: '#/$defs/id' } },
    body: { anyOf: [{ $ref: '#/$defs/body' }, { type: 'null' }] },
    links: { type: 'array', items: { $ref: '#/$defs/link' } },
  }),
  $defs: {
    id,
    node: {
      oneOf: ['module', 'section', 'topic', 'question', 'resource'].map((kind) => ({ $ref: `#/$defs/${kind}` })),
    },
    module: node('module'),
    section: node('section'),
    topic: node('topic', {
      difficulty: { enum: ['intro', 'core', 'advanced'] },
      summary: text,
      aliases: texts,
      prerequisites: ids,
      related: ids,
      minutes: { anyOf: [{ type: 'number', minimum: 0 }, { type: 'null' }], description: 'Study time.' },
      format: { enum: ['prose', 'list'] },
    }),
    question: node('question', { difficulty: { enum: ['warm-up', 'core', 'senior'] } }),
    resource: node('resource', {
      url: { type: 'string', pattern: '^(https?:)?//|^mailto:' },
      host: text,
      resourceKind: { enum: ['paper', 'book', 'course', 'video', 'slides', 'code', 'post', 'page'] },
      authors: text,
      year: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      remark: text,
    }),
    span: record({ file: text, line: place, column: place, endLine: place, endColumn: place }),
    link: record({ url: text, text, target: { anyOf: [{ $ref: '#/$defs/id' }, { const: '' }] }, fragment: text }, [
      'target',
      'fragment',
    ]),
    body: record({
      words: count,
      codeBlocks: count,
      formulas: count,
      outline: {
        type: 'array',
        items: record({ fragment: text, title: text, depth: { type: 'integer', minimum: 1, maximum: 6 } }),
      },
    }),
  },
} as const;
