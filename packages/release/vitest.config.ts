import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    // A step may build every published package.
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
