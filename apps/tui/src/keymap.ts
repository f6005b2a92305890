/** What a reader can ask for while looking at the guide. */
export type Action =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'half-up'
  | 'half-down'
  | 'page-up'
  | 'page-down'
  | 'switch'
  | 'choose'
  | 'leave'
  | 'toggle'
  | 'next-target'
  | 'previous-target'
  | 'all-answers'
  | 'table-right'
  | 'table-left'
  | 'next-topic'
  | 'previous-topic'
  | 'unfold-all'
  | 'fold-all'
  | 'search'
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'outline'
  | 'read'
  | 'bookmark'
  | 'bookmarks'
  | 'note'
  | 'notes'
  | 'back'
  | 'forward'
  | 'open'
  | 'copy'
  | 'mouse'
  | 'redraw'
  | 'help'
  | 'suspend'
  | 'quit';

/** One row of the table of keys. */
export interface Binding {
  /** The keys, as {@link decodeKeys} names them; the first is the one that is advertised. */
  keys: readonly string[];
  action: Action;
  help: string;
}

/** Every key of the program. Help, hints and the man page are made from this table. */
export const KEYMAP: readonly Binding[] = [
  { keys: ['j', 'down'], action: 'down', help: 'down a row' },
  { keys: ['k', 'up'], action: 'up', help: 'up a row' },
  { keys: ['h', 'left'], action: 'left', help: 'fold; to the parent; back to the tree' },
  { keys: ['l', 'right'], action: 'right', help: 'unfold; on a topic, read it' },
  { keys: ['g', 'home'], action: 'top', help: 'to the top' },
  { keys: ['G', 'end'], action: 'bottom', help: 'to the bottom' },
  { keys: ['d', 'ctrl-d'], action: 'half-down', help: 'down half a screen' },
  { keys: ['u', 'ctrl-u'], action: 'half-up', help: 'up half a screen' },
  { keys: ['pagedown'], action: 'page-down', help: 'down a screen' },
  { keys: ['pageup'], action: 'page-up', help: 'up a screen' },
  { keys: ['tab', 'shift-tab'], action: 'switch', help: 'between the tree and the topic' },
  { keys: ['enter'], action: 'choose', help: 'read; follow the link; open the answer' },
  { keys: ['space'], action: 'toggle', help: 'the answer, open or closed; down a screen' },
  { keys: ['a'], action: 'all-answers', help: 'open or close all answers' },
  { keys: ['J', 'shift-down'], action: 'next-target', help: 'to the next link or question' },
  { keys: ['K', 'shift-up'], action: 'previous-target', help: 'to the previous link or question' },
  { keys: ['L', 'shift-right'], action: 'table-right', help: 'a wide table or drawing: to its right' },
  { keys: ['H', 'shift-left'], action: 'table-left', help: 'a wide table or drawing: to its left' },
  { keys: ['>', '.'], action: 'next-topic', help: 'the next page in reading order' },
  { keys: ['<', ','], action: 'previous-topic', help: 'the page before in reading order' },
  { keys: ['/'], action: 'search', help: 'search the whole guide' },
  { keys: ['ctrl-f'], action: 'find', help: 'find in the topic' },
  { keys: ['n'], action: 'find-next', help: 'the next place found' },
  { keys: ['N'], action: 'find-previous', help: 'the previous place found' },
  { keys: ['t'], action: 'outline', help: 'outline: jump to a heading' },
  { keys: ['r'], action: 'read', help: 'mark the topic as read, or as unread' },
  { keys: ['b'], action: 'bookmark', help: 'set or take away a bookmark' },
  { keys: ['B'], action: 'bookmarks', help: 'all bookmarks' },
  { keys: ['w'], action: 'note', help: 'write a note on the topic' },
  { keys: ['W'], action: 'notes', help: 'all notes' },
  { keys: ['[', 'alt-left'], action: 'back', help: 'back to where you were' },
  { keys: [']', 'alt-right'], action: 'forward', help: 'forward again' },
  { keys: ['o'], action: 'open', help: 'open the link in the browser' },
  { keys: ['y'], action: 'copy', help: 'copy the link, or the id of the topic' },
  { keys: ['*'], action: 'unfold-all', help: 'unfold the whole tree' },
  { keys: ['-'], action: 'fold-all', help: 'fold the whole tree' },
  { keys: ['m'], action: 'mouse', help: 'mouse on or off' },
  { keys: ['escape'], action: 'leave', help: 'leave the search, the link, the topic' },
  { keys: ['ctrl-l'], action: 'redraw', help: 'draw the screen anew' },
  { keys: ['ctrl-z'], action: 'suspend', help: 'to the shell; `fg` comes back' },
  { keys: ['?'], action: 'help', help: 'all keys' },
  { keys: ['q', 'ctrl-c'], action: 'quit', help: 'quit' },
];

const byKey = new Map(KEYMAP.flatMap(({ keys, action }) => keys.map((key) => [key, action] as const)));

/** What a key asks for, if anything. */
export function actionFor(key: string): Action | undefined {
  return byKey.get(key);
}

const NAMES: Record<string, string> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  'shift-up': 'Shift-↑',
  'shift-down': 'Shift-↓',
  'shift-left': 'Shift-←',
  'shift-right': 'Shift-→',
  'alt-left': 'Alt-←',
  'alt-right': 'Alt-→',
  space: 'Space',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** A key as it is written for readers. */
export function keyName(key: string): string {
  return NAMES[key] ?? (key.startsWith('ctrl-') ? `Ctrl-${key.slice(5).toUpperCase()}` : key);
}

/** The rows of the table that speak of what somebody typed; all of them for an empty text. */
export function findBindings(text: string): Binding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return KEYMAP.filter(({ keys, action, help }) => {
    const haystack = `${keys.map(keyName).join(' ')} ${action} ${help}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
