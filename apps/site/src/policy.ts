import { createHash } from 'node:crypto';

import { early } from './early.ts';

// Astro could write this, and would add a hash of every file that `'self'` allows already: a third of a kilobyte a page.
const hash = createHash('sha256').update(early).digest('base64');

/** What a page may load and run: our own files, and the one script that stands in the page so that nothing flashes. */
export const policy: string = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `script-src 'self' 'sha256-${hash}'`,
  "style-src 'self'",
].join(';');
