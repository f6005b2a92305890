/** The same guide as a Starlight site: made from our Markdown in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('starlight/', import.meta.url));

/**
 * Makes the project and installs it, with Lighthouse, in the versions that `starlight/package.json` names. They weigh
 * 360 MB: that is why they are no part of the workspace, which everybody installs. A second run finds them there.
 *
 * @param folder Where to.
 * @param guide The folder of the guide's Markdown.
 */
export function makeStarlight(folder: string, guide: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(
    npm,
    ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  const docs = path.join(folder, 'src', 'content', 'docs');
  rmSync(docs, { recursive: true, force: true });
  for (const file of readdirSync(guide, { recursive: true, encoding: 'utf8' })) {
    const [source, target] = [path.join(guide, file), path.join(docs, withoutNumbers(file))];
    if (path.extname(file) === '') continue;
    mkdirSync(path.dirname(target), { recursive: true });
    if (file.endsWith('.md')) writeFileSync(target, convert(readFileSync(source, 'utf8')));
    else cpSync(source, target);
  }
}

/** Forgets what a build keeps for the next one. */
export function forgetStarlight(folder: string): void {
  for (const kept of ['.astro', 'node_modules/.astro', 'node_modules/.vite']) {
    rmSync(path.join(folder, kept), { recursive: true, force: true });
  }
}

/** Checks of figures and levels of questions are comments to our parser; a reader should not download them. */
function convert(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->/g, '');
}

/** `06-classic-ml/01-trees.md` is `/classic-ml/trees/` on our site; so it is on theirs. A picture keeps its name. */
function withoutNumbers(file: string): string {
  const plain = file.replaceAll(/(^|[\\/])\d+-(?=[^\\/]*[\\/])/g, '$1');
  return file.endsWith('.md') ? plain.replace(/(^|[\\/])\d+-(?=[^\\/]*$)/, '$1') : plain;
}
