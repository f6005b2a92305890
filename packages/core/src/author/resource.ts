import type { Resource, ResourceKind } from '../types.ts';
import { cleanText } from './text.ts';

/* What an address says about the thing behind it; the first that fits. */
const KINDS: [ResourceKind, RegExp][] = [
  ['video', /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$|facebook\.com\/.*\/videos\//u],
  ['slides', /(?:^|\.)(?:slideshare\.net|speakerdeck\.com)|\/slides?\b|presentation\.pdf/u],
  [
    'course',
    /(?:^|\.)(?:coursera\.org|udacity\.com|edx\.org|educative\.io|fast\.ai|fullstackdeeplearning\.com|interviewkickstart\.com)|\bcs(?:229|231n|224n|329s)\b|\/courses?\//u,
  ],
  [
    'paper',
    /(?:^|\.)(?:arxiv\.org|doi\.org|jmlr\.org|aclanthology\.org|openreview\.net|neurips\.cc|usenix\.org|mlr\.press)|\/(?:publications?|papers?)\/|\.pdf$/u,
  ],
  ['book', /(?:^|\.)(?:deeplearningbook\.org|d2l\.ai|hastie\.su\.domains|statlearning\.com|oreilly\.com)|\/books?\//u],
  ['code', /(?:^|\.)(?:github\.com|gitlab\.com|kaggle\.com|colab\.research\.google\.com)/u],
  [
    'post',
    /(?:^|\.)(?:medium\.com|substack\.com|techcrunch\.com|distill\.pub|quantmar\.com)|(?:^|\.)(?:engineering|research|ai|netflixtechblog)\.[a-z.]+\/|\/blogs?\/|\bblog\b/u,
  ],
];

/** What a link and the remark behind it say: `[Title](url) (Authors, 2006): why read it`. */
export function describeResource({
  url,
  remark,
}: {
  url: string;
  remark: string;
}): Pick<Resource, 'url' | 'host' | 'resourceKind' | 'authors' | 'year' | 'remark'> {
  const host = hostOf(url);
  const address = url.toLowerCase();
  const path = address.slice(address.indexOf(host) + host.length);
  const resourceKind = KINDS.find(([, pattern]) => pattern.test(host) || pattern.test(host + path))?.[0] ?? 'page';
  return { url: cleanText(url), host, resourceKind, ...readRemark(remark) };
}

function hostOf(url: string): string {
  try {
    return new URL(url.startsWith('//') ? `https:${url}` : url).hostname.replace(/^www\./u, '');
  } catch {
    return '';
  }
}

function readRemark(remark: string): { authors: string; year: number | null; remark: string } {
  const source = /^\(([^()]*?)(?:,\s*)?\b((?:18|19|20)\d\d)\)\s*[:,.–—-]?\s*/u.exec(remark);
  if (source)
    return { authors: source[1]!.trim(), year: Number(source[2]), remark: remark.slice(source[0].length).trim() };
  const authors = /^\(([^()]+)\)\s*:\s*/u.exec(remark);
  if (authors) return { authors: authors[1]!.trim(), year: null, remark: remark.slice(authors[0].length).trim() };
  const plain = remark.replace(/^(?:[:：]|[-–—]\s)\s*/u, '');
  return { authors: '', year: null, remark: plain.replace(/^\(([^()]*)\)$/u, '$1').trim() };
}
