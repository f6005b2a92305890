/** One question of a mock interview: the question, its follow-ups one by one, then the answers and a grade. */
import type { Guide, NodeId } from '@mlguide/core';

import { questionNames } from '../../words.ts';
import { listen, makeGrades, type GradeChoice } from './card.ts';
import { make, makeButton, moveFocus } from './dom.ts';
import { loadQuestion, makeLine, makeProse } from './questions.ts';

/** How a question is asked. */
export interface MockQuestionOptions {
  /** What stands above it besides its difficulty; `''` if nothing. */
  kind: string;
  /** The grades to choose from when its answer is shown. */
  choices: GradeChoice[];
  /** Asks another question on top of this one, if there is one. */
  more?: () => void;
}

/** Puts a question into a place, and the focus on it. */
export function showMockQuestion(
  place: HTMLElement,
  guide: Guide,
  question: NodeId,
  { kind, choices, more }: MockQuestionOptions,
): void {
  const node = guide.nodes[question];
  const heading = make('h2', {}, node?.title ?? question);
  const said = make('div', { class: 'answer' });
  const controls = make('div', { class: 'controls' });
  const difficulty = node?.kind === 'question' ? questionNames[node.difficulty] : '';
  const label = make('p', { class: 'label' }, [kind, difficulty].filter(Boolean).join(' · '));
  place.replaceChildren(make('article', { class: 'card' }, label, heading, said, controls));
  moveFocus(heading);
  listen(undefined);
  void begin();

  async function begin(): Promise<void> {
    controls.replaceChildren(make('p', { class: 'label' }, 'Answer aloud.'));
    const loaded = await loadQuestion(guide, question).catch(() => undefined);
    if (!controls.isConnected) return; // The interview went on, or ended, meanwhile.
    if (!loaded) {
      controls.replaceChildren(
        make('p', { role: 'alert' }, 'The answer cannot be loaded. Are you offline? '),
        makeButton('Try again', () => void begin()),
      );
      return;
    }
    const waiting = [...loaded.followUps];
    const step = () => {
      const followUp = waiting.shift();
      if (followUp) {
        const line = makeLine(`<em>Follow-up:</em> ${followUp.asks}`);
        line.className = 'follow-up';
        said.append(line);
        offer();
        moveFocus(line);
        return;
      }
      const answer = make('div', { role: 'group', 'aria-label': 'Answer' }, makeProse(loaded.answer));
      for (const { asks, answer: reply } of loaded.followUps) {
        answer.append(makeLine(`<em>Follow-up:</em> ${asks} ${reply}`));
      }
      said.replaceChildren(answer);
      controls.replaceChildren(makeGrades('How well did you answer?', choices));
      if (more) controls.append(makeButton('First a follow-up question', more));
      moveFocus(answer);
    };
    const offer = () => {
      const button = makeButton(waiting.length > 0 ? 'Answered: the follow-up' : 'Answered: show the answer', step);
      button.classList.add('primary');
      button.setAttribute('aria-keyshortcuts', 'Space');
      button.append(make('kbd', { 'aria-hidden': 'true' }, 'Space'));
      controls.replaceChildren(make('p', { class: 'label' }, 'Answer aloud.'), button);
      listen((key) => {
        if (key !== ' ') return false;
        step();
        return true;
      });
    };
    offer();
  }
}
