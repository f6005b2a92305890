import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { PROGRAM } from './program-path.ts';

const client = new Client({ name: 'test', version: '1.0.0' });
beforeAll(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [PROGRAM, 'mcp'] })));
afterAll(() => client.close());

async function ask<T>(name: string, given: Record<string, unknown> = {}): Promise<T> {
  const { structuredContent, content } = await client.callTool({ name, arguments: given });
  // Clients that know no structured content read the same as text.
  expect(JSON.parse((content as { text: string }[])[0]!.text)).toEqual(structuredContent);
  return structuredContent as T;
}

test('says who it is and what it can do', async () => {
  expect(client.getServerVersion()).toMatchObject({
    name: 'mlguide',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect(client.getInstructions()).toContain('draw a question');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search', 'get_topic', 'list_modules', 'draw_question', 'grade_me']);
  for (const tool of tools) {
    expect(tool.description).not.toBe('');
    expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(tool.annotations).toMatchObject({ readOnlyHint: true });
  }
});

describe('the tools', () => {
  test('search finds by short name', async () => {
    const { hits } = await ask<{ hits: { id: string; path: string[] }[] }>('search', { text: 'svm', most: 3 });
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits.map(({ id }) => id)).toContain('classic-ml/linear-models/support-vector-machines');
  });

  test('get_topic gives prose, questions and resources', async () => {
    const topic = await ask<{ id: string; markdown: string; questions: object[]; resources: object[] }>('get_topic', {
      id: 'linear-regression',
    });
    expect(topic.id).toBe('classic-ml/linear-models/linear-regression');
    expect(topic.markdown.length).toBeGreaterThan(500);
    expect(topic.questions.length).toBeGreaterThan(0);
    expect(JSON.stringify(topic.questions)).not.toContain('"answer"');
  });

  test('list_modules counts what is in each', async () => {
    const { modules } = await ask<{ modules: { id: string; topics: number }[] }>('list_modules');
    expect(modules.find(({ id }) => id === 'classic-ml')!.topics).toBeGreaterThan(10);
  });

  test('draw_question obeys module, difficulty and seed, and grade_me has its answer', async () => {
    const given = { module: 'classic-ml', difficulty: 'senior' };
    const drawn = await ask<{ id: string; difficulty: string; module: string; outOf: number }>('draw_question', given);
    expect(drawn).toMatchObject({ difficulty: 'senior', module: 'classic-ml' });
    const seeds = await Promise.all(
      [1, 1, 2, 3].map((seed) => ask<{ id: string }>('draw_question', { ...given, seed })),
    );
    expect(seeds[0]).toEqual(seeds[1]);
    expect(new Set(seeds.map(({ id }) => id)).size).toBeGreaterThan(1);
    const { answer, id } = await ask<{ answer: string; id: string }>('grade_me', { question: drawn.id });
    expect(id).toBe(drawn.id);
    expect(answer.length).toBeGreaterThan(20);
  });
});

describe('bad arguments are a protocol error that says what was expected', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['search', {}, '`text` is missing, expected text of 1 to 500 characters'],
    ['search', { text: '' }, 'unexpected `text` "", expected text'],
    ['search', { text: 'svm', most: 0 }, 'unexpected `most` 0, expected a whole number from 1 to 50'],
    ['search', { text: 'svm', limit: 1 }, 'unexpected argument `limit`, expected `text`, `most`'],
    ['get_topic', { id: 'linear-regresion' }, 'Did you mean `classic-ml/linear-models/linear-regression`'],
    ['get_topic', { id: 'qqqqqqqq' }, 'no topic `qqqqqqqq`. Expected an id, as `search` and `list_modules` give'],
    ['get_topic', { id: 7 }, 'unexpected `id` 7, expected text'],
    ['draw_question', { difficulty: 'hard' }, 'unexpected `difficulty` "hard", expected warm-up, core, senior'],
    ['draw_question', { module: 'clasic-ml' }, '`classic-ml`'],
    ['list_modules', { a: 1 }, 'unexpected argument `a`, expected none'],
    ['grade_me', { question: 'classic-ml' }, 'no question `classic-ml`'],
    ['frobnicate', {}, 'no tool `frobnicate`, expected `search`, `get_topic`'],
  ])('%s %j', async (name, given, says) => {
    await expect(client.callTool({ name, arguments: given })).rejects.toMatchObject({
      code: ErrorCode.InvalidParams,
      // The client puts one such prefix before what the server says; the server adds none.
      message: expect.stringMatching(/^MCP error -32602: (?!MCP)/),
    });
    await expect(client.callTool({ name, arguments: given })).rejects.toMatchObject({
      message: expect.stringContaining(says),
    });
  });
});

test('ends when its input does', async () => {
  const transport = new StdioClientTransport({ command: process.execPath, args: [PROGRAM, 'mcp'] });
  const other = new Client({ name: 'test', version: '1.0.0' });
  await other.connect(transport);
  const { pid } = transport;
  await other.close();
  // The client waits two seconds, then goes on; a busy machine needs longer.
  await vi.waitFor(() => expect(() => process.kill(pid!, 0)).toThrow(), 30_000);
});
