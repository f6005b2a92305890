import { ancestors, nodesOfKind, pagesOf, walk, isPage } from '@mlguide/core';

import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, span, widthOf } from '../typeset/line.ts';
import { print, printJson, type Call } from './command.ts';
import { findNode } from './find-node.ts';

/** `mlguide list [ID]`: prints the ids and titles of all topics, or of those in one module or section. */
export async function run(call: Call): Promise<number> {
  const { guide } = await openOwnGuide();
  const from =
    call.words[0] === undefined ? undefined : findNode(guide, call.words[0], ['module', 'section', 'topic']).id;
  const pages = from === undefined ? pagesOf(guide) : [...walk(guide, from)].filter(isPage);
  const shown = call.options['all'] === true ? pages : pages.filter(({ kind }) => kind === 'topic');
  if (call.options['json'] === true) {
    const rows = shown.map(({ id, kind, title, status }) => ({
      id,
      kind,
      title,
      status,
      path: ancestors(guide, id).map((node) => node.title),
    }));
    printJson(rows);
    return 0;
  }
  const widest = Math.min(Math.max(0, ...shown.map(({ id }) => id.length)), Math.floor(call.columns * 0.6));
  for (const { id, title, status } of shown) {
    const tbd = status === 'tbd' ? ' (to be written)' : '';
    // A pipe gets whole ids and a tab, a terminal gets columns.
    if (!call.isTerminal) print(`${id}\t${cleanText(title)}${tbd}`);
    else if (widthOf(id) > widest) print(`${id}  ${cleanText(title)}${tbd}`);
    else
      print(
        paintLine(
          [...fitLine([span(id)], widest + 2), span(cleanText(title), 'strong'), span(tbd, 'muted')],
          call.theme,
        ),
      );
  }
  if (shown.length === 0 && nodesOfKind(guide, 'topic').length > 0) process.stderr.write('No topics here yet.\n');
  return 0;
}
