/** The server that authors of the site's code work with: the site itself is built another way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

it.each([
  ['the guide', {}, 'tags/', '<h1>Tags</h1>'],
  ['another', { MLGUIDE_CONTENT: 'test/fixture/content.ts' }, 'classic/trees/', '<h1 dir="auto">Decision trees</h1>'],
])('shows %s while its code is being changed', async (_, environment, place, heading) => {
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev'], {
    cwd: root,
    env: { ...withoutVitest(), NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const response = await fetch((await addressIn(child.stdout)) + place);
    expect(await response.text()).toContain(heading);
    expect(response.status).toBe(200);
  } finally {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
});

/** The address that a server says it listens on. */
function addressIn(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [address] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    output.on('end', () => reject(new Error(`Unexpected end of the server, expected an address:\n${said}`)));
  });
}

/** Astro serves no pages where it believes that it is being tested itself. */
function withoutVitest(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
}
