import type { Heading, List, Paragraph, RootContent } from 'mdast';

import { draft, spanOf, type Draft, type ParsedFile, type SourceFile } from './draft.ts';
import type { FileDraft } from './file.ts';
import { arrangeFolders } from './folders.ts';
import { startOf, type Reporter } from './messages.ts';
import { resolvePath } from './targets.ts';
import { cleanText } from './text.ts';
import { plainText, readTitle } from './title.ts';

/** The file that decides the order of a guide, as GitBook and mdBook have it: the `SUMMARY.md` nearest to the root. */
export function findSummary(sources: readonly SourceFile[]): SourceFile | undefined {
  if (sources.length < 2) return undefined;
  return sources
    .filter(({ path }) => /(?:^|\/)SUMMARY\.md$/u.test(path))
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))[0];
}

/**
 * Puts files into the order of a `SUMMARY.md`. Its headings, which mdBook drops, become modules; a line outside the
 * lists (a preface, an afterword) stands in none; an entry without a file becomes a section, or a topic to be written;
 * files it does not name come last, with a message.
 */
export function arrangeBySummary(
  summary: ParsedFile,
  files: readonly FileDraft[],
  title: string,
  reporter: Reporter,
): Draft {
  const left = new Map(files.map((file) => [file.top.file.path, file]));
  const take = (url: string): FileDraft | undefined => {
    const path = resolvePath(decodePath(url), summary.path);
    const found =
      path === undefined
        ? undefined
        : (left.get(path) ?? left.get(`${path}.md`) ?? left.get(`${path.replace(/\/$/u, '')}/README.md`));
    if (found) left.delete(found.top.file.path);
    return found;
  };
  // The root's own README or index speaks for the guide, and its entry ("Introduction") is no part of it.
  const root = ['index.md', 'README.md']
    .map((name) => resolvePath(name, summary.path))
    .find((path) => path !== undefined && left.has(path));
  const own = root === undefined ? undefined : left.get(root);
  if (own) left.delete(root!);
  const titled = titleHeading(summary);
  const guide = own?.top ?? draft('section', titleOf(summary) ?? title, summary.head, startOf(summary.path));
  guide.title ||= titleOf(summary) ?? title;
  const inherited = guide.children.splice(0);

  let part = guide;
  for (const node of summary.root.children) {
    if (node.type === 'heading') {
      const parts = readTitle(node.children);
      if (node === titled || isSummaryTitle(parts.title)) continue;
      part = draft('section', parts.title, summary.head, spanOf(summary, node), { anchors: parts.anchors });
      guide.children.push(part);
    } else if (node.type === 'list') placeEntries(node, part);
    else if (node.type === 'paragraph') placeLine(node, guide);
  }
  guide.children.unshift(...inherited);
  appendRest(guide, [...left.values()], title, reporter);
  // A part without entries says nothing; one with entries is a module.
  for (const child of guide.children) if (child.kind === 'section') child.kind = 'module';
  reporter.report('contents', 'Took the order of the guide from this file', startOf(summary.path));
  return guide;

  function placeEntries(list: List, parent: Draft): void {
    for (const item of list.children) {
      const [lead, ...below] = item.children;
      const entry = lead?.type === 'paragraph' ? placeLine(lead, parent) : undefined;
      for (const child of below) if (child.type === 'list') placeEntries(child, entry ?? parent);
      if (entry) settle(entry);
    }
  }

  function placeLine(line: Paragraph, parent: Draft): Draft | undefined {
    const link = line.children.find((node) => node.type === 'link');
    const name = cleanText(plainText(link?.children ?? line.children));
    if (name === '') return undefined;
    if (link && root !== undefined && resolvePath(decodePath(link.url), summary.path) === root) return guide;
    const file = link && link.url !== '' ? take(link.url) : undefined;
    if (file === undefined && link && /^https?:/iu.test(link.url)) return undefined;
    if (file === undefined && link && link.url !== '') reportMissing(link.url, line);
    const entry = file?.top ?? draft('section', name, summary.head, spanOf(summary, line));
    if (file?.top.named) {
      file.top.title = name;
      liftTitle(file);
    }
    parent.children.push(entry);
    return entry;
  }

  /* An entry with others below it is a section; one that has neither a file nor anything below it is still to be written. */
  function settle(entry: Draft): void {
    if (entry === guide) return;
    if (entry.children.some(isPart)) entry.kind = entry.kind === 'topic' ? 'section' : entry.kind;
    else if (entry.file === summary.head) {
      entry.kind = 'topic';
      entry.status = 'tbd';
    }
  }

  function reportMissing(url: string, at: RootContent): void {
    const reason = `Unexpected link to \`${cleanText(url)}\`, which does not exist or was named before`;
    reporter.report('broken-link', reason, spanOf(summary, at));
  }
}

/* Many a book has no heading of rank 1, but the first of its chapters' headings says the title again. */
function liftTitle({ top, anchors }: FileDraft): void {
  const [first, ...others] = top.children;
  if (!first?.heading || !isPart(first) || first.title !== top.title || top.prose?.body.children.length) return;
  if (first.prose) top.prose = first.prose;
  top.anchors.push(...first.anchors);
  top.children = [...first.children, ...others];
  for (const anchor of anchors) if (anchor.owner === first) anchor.owner = top;
  if (!top.children.some(isPart)) top.kind = 'topic';
}

function isPart(node: Draft): boolean {
  return node.kind === 'section' || node.kind === 'topic';
}

function appendRest(guide: Draft, rest: readonly FileDraft[], title: string, reporter: Reporter): void {
  if (rest.length === 0) return;
  for (const { top } of rest) {
    reporter.report(
      'not-in-summary',
      'Unexpected file that `SUMMARY.md` does not name; it comes last',
      startOf(top.file.path),
    );
  }
  if (rest.length === 1) guide.children.push(rest[0]!.top);
  else guide.children.push(...arrangeFolders(rest, title).children);
}

/** The heading that is the title of the whole: at the start, and the only one of rank 1. All others are parts. */
function titleHeading(summary: ParsedFile): Heading | undefined {
  const ones = summary.root.children.filter((node) => node.type === 'heading' && node.depth === 1) as Heading[];
  const [first] = summary.root.children.filter((node) => node.type !== 'html' && node.type !== 'yaml');
  return ones.length === 1 && first === ones[0] ? ones[0] : undefined;
}

function titleOf(summary: ParsedFile): string | undefined {
  const heading = titleHeading(summary);
  const title = summary.head.frontmatter.title ?? (heading ? readTitle(heading.children).title : '');
  return title === '' || isSummaryTitle(title) ? undefined : title;
}

function isSummaryTitle(title: string): boolean {
  return /^(?:summary|table of contents|contents|目录)$/iu.test(title);
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/u, ''));
  } catch {
    return url;
  }
}
