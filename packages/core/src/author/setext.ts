import { setextUnderline } from 'micromark-core-commonmark';
import type { Construct, Event, Extension, Resolver, Token } from 'micromark-util-types';

/**
 * Headings that are underlined, in linear time. micromark's own construct copies all events of the document for each
 * of them: 20,000 took 80 seconds. This one changes the last few events only, to the same effect.
 */
export function linearSetext(): Extension {
  const construct: Construct = { ...setextUnderline, name: 'linearSetextUnderline', resolveTo };
  return { disable: { null: [setextUnderline.name!] }, flow: { 45: construct, 61: construct } };
}

const resolveTo: Resolver = (events, context) => {
  const { content, text, definition, contentExits } = findParts(events);
  const heading: Token = {
    type: 'setextHeading',
    start: { ...events[content]![1].start },
    end: { ...events.at(-1)![1].end },
  };
  events[text]![1].type = 'setextHeadingText';
  const tail = events.splice(content);
  const edited: Event[] = [];
  tail.forEach((event, at) => {
    const index = content + at;
    // Definitions above the heading keep the content; without any, the content becomes the heading.
    if (definition !== undefined && index === text) edited.push(['enter', heading, context]);
    if (!contentExits.has(index)) edited.push(event);
    if (index === definition) edited.push(['exit', tail[0]![1], context]);
  });
  if (definition === undefined) edited[0]![1] = heading;
  else tail[0]![1].end = { ...tail[definition - content]![1].end };
  for (const event of edited) events.push(event);
  events.push(['exit', heading, context]);
  return events;
};

/* Looks back for the content that the heading ends; it is always there, or the tokenizer would have refused. */
function findParts(events: readonly Event[]) {
  const contentExits = new Set<number>();
  let text = -1;
  let definition: number | undefined;
  let index = events.length - 1;
  for (; index > 0; index--) {
    const [direction, { type }] = events[index]!;
    if (direction === 'enter') {
      if (type === 'content') break;
      if (type === 'paragraph') text = index;
    } else {
      if (type === 'content') contentExits.add(index);
      if (definition === undefined && type === 'definition') definition = index;
    }
  }
  return { content: index, text, definition, contentExits };
}
