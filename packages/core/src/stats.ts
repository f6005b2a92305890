import type { Guide, NodeId } from './types.ts';
import { walk } from './walk.ts';

/** What a module, or a whole guide, holds. */
export interface Counts {
  /** The module's id; `''` for the whole guide. */
  id: NodeId;
  /** Its title. */
  title: string;
  /** Sections below it. */
  sections: number;
  /** Topics below it. */
  topics: number;
  /** Nodes announced and not written yet. */
  tbd: number;
  /** Questions below it. */
  questions: number;
  /** Resources below it. */
  resources: number;
  /** Words of prose. */
  words: number;
  /** Blocks of code. */
  codeBlocks: number;
  /** Formulas, displayed and in the line. */
  formulas: number;
  /** Links, inside and outside. */
  links: number;
}

/** Counts what a guide holds: one row per module in reading order, and the sum, whose id is `''`. */
export function countGuide(guide: Guide): { modules: Counts[]; total: Counts } {
  const total = emptyCounts('', guide.title);
  add(total, guide);
  const modules = guide.modules.map((id) => {
    const counts = emptyCounts(id, guide.nodes[id]?.title ?? id);
    for (const node of walk(guide, id)) {
      if (node.kind === 'section') counts.sections += 1;
      else if (node.kind === 'topic') counts.topics += 1;
      else if (node.kind === 'question') counts.questions += 1;
      else if (node.kind === 'resource') counts.resources += 1;
      if (node.status === 'tbd') counts.tbd += 1;
      add(counts, node);
    }
    for (const key of [
      'sections',
      'topics',
      'tbd',
      'questions',
      'resources',
      'words',
      'codeBlocks',
      'formulas',
      'links',
    ] as const) {
      total[key] += counts[key];
    }
    return counts;
  });
  return { modules, total };
}

function emptyCounts(id: NodeId, title: string): Counts {
  return {
    id,
    title,
    sections: 0,
    topics: 0,
    tbd: 0,
    questions: 0,
    resources: 0,
    words: 0,
    codeBlocks: 0,
    formulas: 0,
    links: 0,
  };
}

function add(counts: Counts, { body, links }: Pick<Guide, 'body' | 'links'>): void {
  counts.words += body?.words ?? 0;
  counts.codeBlocks += body?.codeBlocks ?? 0;
  counts.formulas += body?.formulas ?? 0;
  counts.links += links.length;
}
