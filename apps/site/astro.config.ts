import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { defineConfig } from 'astro/config';

import { contentPlugin } from './scripts/content-plugin.ts';

// Where the site will live. Both matter for absolute addresses only; pages link to each other by path.
const site = process.env['MLGUIDE_SITE'] || 'http://localhost:4321';
const base = process.env['MLGUIDE_BASE'] || '/';

// Astro hashes what it bundles; this one script stands in the page as it is, so that nothing flashes.
const early = createHash('sha256')
  .update(readFileSync(new URL('./src/scripts/early.js', import.meta.url)))
  .digest('base64');

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  output: 'static',
  // White space as in JSX: none across lines, unless `{' '}` asks for it. Prose is not touched; render.ts makes it.
  compressHTML: 'jsx',
  // Core colours code, with classes; Shiki's inline styles would break the policy below.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { hashes: [`sha256-${early}`] },
    },
  },
  vite: {
    plugins: [contentPlugin(process.env['MLGUIDE_CONTENT'])],
    // One style sheet for all pages, and nothing inlined: the policy above allows neither styles nor data in a page.
    build: { cssCodeSplit: false, assetsInlineLimit: 0, modulePreload: false },
  },
});
