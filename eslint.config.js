// @ts-check
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/* What no file may import: see "What must never be" in docs/architecture.md. Imports point down:
   apps → study → content → core. */
const APPS = ['**/apps/*', '@mlguide/site', 'mlguide', 'mlguide/*'];
const STUDY = ['**/packages/study/*', '@mlguide/study', '@mlguide/study/*'];
const CONTENT = ['**/content/*', '@mlguide/content', '@mlguide/content/*'];
const SCREENS = ['astro', 'astro/*', 'ink', 'react'];
const DEEP = ['@mlguide/*/dist/*', '@mlguide/*/src/*'];

/** @param {string[]} files @param {string[]} group @param {string} message */
function never(files, group, message, ignores = /** @type {string[]} */ ([])) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: [...group, ...DEEP], message }] }],
    },
  };
}

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/dist.new/',
    '**/.astro/',
    '**/.turbo/',
    '**/test-results/',
    '**/fixtures/',
    'content/guide/',
    '**/.cache/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: {
      // TypeScript itself knows which names exist.
      'no-undef': 'off',
      // The message of each `!` would be the line above it; tests and index access after a length check need them.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  never(
    ['packages/core/**/*.{ts,tsx}'],
    [...APPS, ...STUDY, ...CONTENT, ...SCREENS],
    'core is at the bottom: it knows no words, no progress and no screen.',
  ),
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['read.ts', 'worker.ts']
      .map((file) => `packages/core/src/author/${file}`)
      .concat('packages/core/src/worker-thread.ts'),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', ...DEEP],
              message:
                'core runs in a page and in a worker; only read.ts touches the disk, only worker.ts starts threads.',
            },
            { group: [...APPS, ...STUDY, ...CONTENT, ...SCREENS], message: 'core is at the bottom.' },
          ],
        },
      ],
    },
  },
  never(['content/**/*.ts'], [...APPS, ...STUDY], 'content stands below study and the apps.'),
  never(['packages/study/**/*.ts'], APPS, 'study stands below the apps.'),
  never(
    ['apps/*/src/**/*.{ts,tsx,astro}'],
    ['@mlguide/content', '@mlguide/content/*', '../../*/src/*', '../../../tui/*', '../../../site/*'],
    'Only guide.ts imports the content, and no app imports another.',
    ['apps/*/src/guide.ts'],
  ),
  {
    files: ['apps/*/src/**/*.{ts,tsx,astro}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@mlguide/core/author'],
              allowTypeImports: true,
              message: 'A reader never pays for the parser: import it when somebody asks for it.',
            },
          ],
        },
      ],
    },
  },
);
