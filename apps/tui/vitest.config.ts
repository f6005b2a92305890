import { defineConfig } from 'vitest/config';

import { inkModules } from './ink-modules.ts';

export default defineConfig({
  plugins: [inkModules],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/build-program.ts'],
    server: { deps: { inline: ['ink'] } },
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    // What waits has limits of its own, and says what it waited for.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { FORCE_COLOR: '1', CI: '' },
  },
});
