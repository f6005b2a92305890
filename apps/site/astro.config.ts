import { defineConfig } from 'astro/config';

import { contentPlugin } from './scripts/content-plugin.ts';

// Where the site will live. Both matter for absolute addresses only; pages link to each other by path.
const site = process.env['MLGUIDE_SITE'] || 'http://localhost:4321';
const base = process.env['MLGUIDE_BASE'] || '/';
const folder = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');

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
  vite: {
    plugins: [contentPlugin(process.env['MLGUIDE_CONTENT'])],
    // One style sheet for what many pages have, and nothing inlined: the policy (src/policy.ts) allows neither styles nor data in a page.
    define: { 'import.meta.env.MLGUIDE_DATABASE': JSON.stringify(`mlguide-study:${folder}`) },
    build: { cssCodeSplit: false, assetsInlineLimit: 0, modulePreload: false },
  },
});
