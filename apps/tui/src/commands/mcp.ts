import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

import { openOwnGuide } from '../guide.ts';
import { inputSchema } from '../mcp/arguments.ts';
import { callTool, TOOLS } from '../mcp/tools.ts';
import { isSentence } from '../sentence.ts';

/** `mlguide mcp`: serves the guide over the Model Context Protocol until its input ends. */
export async function run(version: string): Promise<number> {
  const library = await openOwnGuide();
  const server = new Server(
    { name: 'mlguide', title: 'A guide to machine-learning interviews', version },
    {
      capabilities: { tools: {} },
      instructions:
        'A guide to machine-learning interviews: modules hold sections and topics, topics hold questions. Use `search` or `list_modules` to find ids. To examine somebody, draw a question, let them answer, then compare with `grade_me`.',
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map((tool) => ({
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: inputSchema(tool),
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const pick = (below: number) => Math.floor(Math.random() * below);
      const data = await callTool(library, params.name, params.arguments, pick);
      return { content: [{ type: 'text', text: JSON.stringify(data, null, 2) }], structuredContent: data as object };
    } catch (error) {
      // Not an `McpError`: that puts its code into the message, and the client does so again.
      if (isSentence(error)) throw Object.assign(new Error(error.message), { code: ErrorCode.InvalidParams });
      throw error;
    }
  });
  const ended = new Promise<number>((resolve) => {
    server.onclose = () => resolve(0);
    process.stdin.on('end', () => resolve(0));
  });
  await server.connect(new StdioServerTransport());
  return ended;
}
