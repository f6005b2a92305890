/** What git remembers of the files of a guide. */
import { execFileSync } from 'node:child_process';

/** What a commit did to a file that is still there. */
export interface FileChange {
  /** Where the file is today, below the folder. */
  file: string;
  kind: 'added' | 'changed' | 'moved';
  /** When the commit was made, in seconds since 1970. */
  at: number;
  /** The title in the frontmatter before, if the commit changed it. */
  titleBefore?: string;
}

/** When each line of a file was last changed, in seconds since 1970; nothing for a line that no commit has. */
export type LineDates = (number | undefined)[];

/**
 * The history of the files in a folder, the latest change first; files that were renamed are followed back.
 *
 * @returns Nothing if git knows nothing of them: no git, no repository, no commit. A clone without its past says so on
 * standard error, since all that it knows would be wrong.
 */
export function readHistory(folder: string): FileChange[] | undefined {
  const shallow = git(folder, 'rev-parse', '--is-shallow-repository')?.trim();
  if (shallow === undefined) return undefined;
  if (shallow === 'true') {
    console.warn(
      'This clone has no history (it is shallow): the site shows no changes. `git fetch --unshallow` gets it.',
    );
    return undefined;
  }
  const options = ['log', '-M', '--no-merges', '--relative', `--format=${mark}%ct`];
  const names = git(folder, ...options, '--name-status', '-z', '--', '.');
  if (!names) return undefined;
  const titles = git(folder, ...options, '-p', '-U0', '--diff-filter=MR', '-G^title:', '--', '.') ?? '';
  return followFiles(names, readTitles(titles));
}

/** When each line of a file was last changed; nothing if git does not know the file. */
export function readLineDates(folder: string, file: string): LineDates | undefined {
  const blame = git(folder, 'blame', '--line-porcelain', '--', file);
  if (!blame) return undefined;
  const dates: LineDates = [];
  let committed = false;
  let date = 0;
  for (const line of blame.split('\n')) {
    if (/^[0-9a-f]{40,64} \d/.test(line)) committed = !line.startsWith('0'.repeat(40));
    else if (line.startsWith('committer-time ')) date = Number(line.slice('committer-time '.length));
    else if (line.startsWith('\t')) dates.push(committed ? date : undefined);
  }
  return dates;
}

// What somebody has set for their own eyes must not change what we read.
const settings = ['core.quotePath=false', 'color.ui=false', 'diff.noprefix=false', 'log.showSignature=false'];

// No path and no date contains it.
const mark = '\u0001';

function git(folder: string, ...command: string[]): string | undefined {
  try {
    return execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...command], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined; // Not a repository, or no git: most readers of somebody's own folder.
  }
}

function followFiles(names: string, titles: ReadonlyMap<string, string>): FileChange[] {
  const changes: FileChange[] = [];
  // From what a file was called at a commit to what it is called today; `null` once it was added.
  const today = new Map<string, string | null>();
  const parts = names.split('\0');
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!.trim();
    if (part === '') continue;
    if (part.startsWith(mark)) {
      at = Number(part.slice(mark.length));
      continue;
    }
    const status = part[0];
    const from = parts[++index]!;
    const to = status === 'R' || status === 'C' ? parts[++index]! : from;
    const file = today.has(to) ? today.get(to) : to;
    if (status === 'D') today.set(to, null); // What has its name today came later.
    if (status === 'D' || file == null) continue;
    const titleBefore = titles.get(`${at} ${to}`);
    const more = titleBefore === undefined ? {} : { titleBefore };
    if (status === 'A' || status === 'C') {
      changes.push({ file, kind: 'added', at });
      today.set(to, null);
    } else if (status === 'R') {
      const renumbered = unnumbered(from) === unnumbered(to);
      if (!renumbered) changes.push({ file, kind: 'moved', at, ...more });
      else if (part !== 'R100') changes.push({ file, kind: 'changed', at, ...more });
      today.set(from, file);
      today.set(to, null);
    } else changes.push({ file, kind: 'changed', at, ...more });
  }
  return changes;
}

/** A path without the numbers that order files and folders: they are no part of an id. */
function unnumbered(path: string): string {
  return path.replace(/(^|\/)\d+[-_. ]+/g, '$1');
}

/** The titles that commits took out of frontmatter, by the commit's date and the file's name after it. */
function readTitles(patch: string): Map<string, string> {
  const titles = new Map<string, string>();
  let at = '';
  let file = '';
  for (const line of patch.split('\n')) {
    if (line.startsWith(mark)) at = line.slice(mark.length);
    else if (line.startsWith('+++ ')) file = line.slice(4).replace(/^b\//, '').replace(/\t$/, '');
    else if (line.startsWith('-title:')) {
      const title = line
        .slice('-title:'.length)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      if (!titles.has(`${at} ${file}`)) titles.set(`${at} ${file}`, title);
    }
  }
  return titles;
}
