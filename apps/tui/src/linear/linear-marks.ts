import type { Guide, NodeId } from '@mlguide/core';

import type { OpenMarks } from '../study/marks.ts';
import type { Left } from './page-text.ts';

/** The reader's marks, as a conversation sets them: each answer is a sentence. */
export interface LinearMarks {
  on: (id: NodeId) => Left;
  bookmarks: () => readonly NodeId[];
  toggleRead: (id: NodeId) => string;
  toggleBookmark: (id: NodeId) => string;
  writeNote: (id: NodeId, text: string) => string;
}

const NOT_KEPT = 'Marks and notes are kept for our own guide only.';

/** For a guide of somebody else's. */
export const NO_MARKS: LinearMarks = {
  on: () => ({ isRead: false, isBookmarked: false, note: '' }),
  bookmarks: () => [],
  toggleRead: () => NOT_KEPT,
  toggleBookmark: () => NOT_KEPT,
  writeNote: () => NOT_KEPT,
};

/** Marks that are kept in the study log. */
export function keptMarks(marks: OpenMarks, guide: Guide): LinearMarks {
  return {
    on: (id) => ({
      isRead: marks.read.has(id),
      isBookmarked: marks.bookmarks.includes(id),
      note: marks.noteOn(id),
    }),
    bookmarks: () => marks.bookmarks,
    toggleRead(id) {
      if (guide.nodes[id]?.kind !== 'topic') return 'Only topics are marked: a module is done when its topics are.';
      const read = !marks.read.has(id);
      marks.record({ type: 'topic-read', topic: id, read });
      return read ? 'Marked as read.' : 'Marked as unread.';
    },
    toggleBookmark(id) {
      if (guide.nodes[id] === undefined) return 'There is no need for a bookmark at the top.';
      const on = !marks.bookmarks.includes(id);
      marks.record({ type: 'bookmark-set', node: id, on });
      return on ? 'Bookmark kept. l lists all.' : 'Bookmark taken away.';
    },
    writeNote(id, text) {
      if (guide.nodes[id] === undefined) return 'Notes are on topics and modules: choose one.';
      marks.recordNote(id, text);
      return text === '' ? 'Note taken away.' : 'Note kept.';
    },
  };
}
