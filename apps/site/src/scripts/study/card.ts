/** One question on the screen: asked, answered on a key, graded on another. */
import type { Guide, NodeId } from '@mlguide/core';

import { make, makeButton, moveFocus } from './dom.ts';
import { linkToQuestion, loadQuestion, makeAnswer } from './questions.ts';

/** One grade that can be given. */
export interface GradeChoice {
  /** What the button says, such as "Good". */
  title: string;
  /** A remark below it, such as "3 days". */
  note?: string;
  choose: () => void;
}

/** What a card shows. */
export interface CardOptions {
  guide: Guide;
  question: NodeId;
  /** A line above the question. */
  above: string;
  /** The grades to choose from; keys count from 1. */
  grades: () => GradeChoice[];
  /** Whether the answer is open from the start, as for a grade that was taken back. */
  isOpen?: boolean;
}

let onKey: ((key: string) => boolean) | undefined;
const always = new Map<string, () => boolean>();

/** Puts a question into a place, and the focus on it. */
export function showCard(place: HTMLElement, options: CardOptions): void {
  const { guide, question, above, grades, isOpen = false } = options;
  const heading = make('h2', {}, guide.nodes[question]?.title ?? question);
  const answer = make('div', { class: 'answer', role: 'group', 'aria-label': 'Answer' });
  const controls = make('div', { class: 'controls' });
  const show = makeButton('Show the answer', () => void reveal(), { 'aria-keyshortcuts': 'Space' });
  show.append(make('kbd', { 'aria-hidden': 'true' }, 'Space'));
  show.classList.add('primary');
  controls.append(show);
  place.replaceChildren(
    make('article', { class: 'card' }, make('p', { class: 'label' }, above), heading, answer, controls),
  );
  // Fetched while the reader thinks.
  const loading = loadQuestion(guide, question);
  loading.catch(() => undefined);
  listen((key) => {
    if (key !== ' ') return false;
    void reveal();
    return true;
  });
  moveFocus(heading);
  if (isOpen) void reveal();

  async function reveal(): Promise<void> {
    const loaded = await loading.catch(() => undefined);
    if (!answer.isConnected) return; // The reader went on meanwhile, and the keys belong to something else.
    if (loaded) answer.replaceChildren(makeAnswer(loaded));
    else {
      answer.replaceChildren(
        make('p', { role: 'alert' }, 'The answer cannot be loaded. Are you offline? '),
        makeButton('Try again', () => showCard(place, options)),
      );
      listen(undefined);
      return;
    }
    controls.replaceChildren(
      makeGrades('How well did you know it?', grades()),
      make('p', { class: 'label' }, linkToQuestion(guide, question, 'Read the topic')),
    );
    moveFocus(answer);
  }
}

/** Grades to choose from, with a click or on the keys from 1 on. */
export function makeGrades(label: string, choices: readonly GradeChoice[]): HTMLElement {
  const row = make('div', {
    class: choices.length === 3 ? 'grades three' : 'grades',
    role: 'group',
    'aria-label': label,
  });
  for (const [index, { title, note, choose }] of choices.entries()) {
    const button = makeButton('', choose, { 'aria-keyshortcuts': String(index + 1) });
    button.append(make('kbd', { 'aria-hidden': 'true' }, String(index + 1)), make('span', {}, title));
    if (note !== undefined) button.append(' ', make('span', { class: 'label' }, note));
    row.append(button);
  }
  listen((key) => {
    const choice = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined;
    choice?.choose();
    return choice !== undefined;
  });
  return row;
}

/** Listens for the keys of what is on the screen; nothing else on it listens any more. */
export function listen(handler: ((key: string) => boolean) | undefined): void {
  onKey = handler;
}

/** Listens for a key whatever is on the screen; the function says whether it meant anything. */
export function listenAlways(key: string, handler: () => boolean): void {
  always.set(key, handler);
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector('dialog[open]')) return;
  const { target } = event;
  if (target instanceof Element && target.matches('input, select, textarea')) return;
  // A focused control keeps its own Space.
  if (event.key === ' ' && target instanceof Element && target.closest('a, button, summary')) return;
  if (onKey?.(event.key) || always.get(event.key)?.()) event.preventDefault();
});
