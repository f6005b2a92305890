/** Parses the text of each message, and answers with what came of it; see `hostile.test.ts`. */
import { parentPort } from 'node:worker_threads';

import { bodyToMarkdown, parseGuide } from '../src/author.ts';
import { guideToJson } from '../src/index.ts';

parentPort!.on('message', (text: string) => {
  try {
    const { guide, bodies, messages } = parseGuide([{ path: 'README.md', text }]);
    guideToJson(guide);
    for (const body of Object.values(bodies).slice(0, 100)) bodyToMarkdown(body);
    parentPort!.postMessage({ rules: [...new Set(messages.map(({ rule }) => rule))] });
  } catch (error) {
    parentPort!.postMessage({ thrown: String(error) });
  }
});
