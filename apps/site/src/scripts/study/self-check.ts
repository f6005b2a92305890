/** Two questions a module: what the reader knows decides which modules a plan puts first. */
import type { NodeId, Question } from '@mlguide/core';
import { selfCheckQuestions } from '@mlguide/study';

import { listen, showCard } from './card.ts';
import { make, makeButton, moveFocus } from './dom.ts';
import type { StudyPage } from './page.ts';
import { many } from './words.ts';

const GRADES: [known: number, title: string][] = [
  [0, 'Not really'],
  [0.5, 'In part'],
  [1, 'I knew it'],
];

interface Step {
  module: NodeId;
  question: Question;
}

/** The part of a page that offers the self-check, asks, and shows what came of it. */
export function makeSelfCheck(page: StudyPage): HTMLElement {
  const { guide, store } = page;
  const section = make('section', { 'aria-labelledby': 'self-check', class: 'self-check' });
  const place = make('div');
  section.append(make('h2', { id: 'self-check' }, 'What you know already'), place);
  const steps = guide.modules.flatMap((module) =>
    selfCheckQuestions(guide, module).map((question): Step => ({ module, question })),
  );
  let asking = false;
  store.subscribe(() => !asking && showResult());
  showResult();
  return section;

  function showResult(): void {
    const rows = guide.modules.flatMap((id) => {
      const known = store.state.checked.get(id);
      if (known === undefined) return [];
      const words = known < 0.34 ? 'weak: comes first' : known > 0.8 ? 'strong: comes last' : 'in between';
      return [make('li', {}, make('span', {}, guide.nodes[id]?.title ?? id), make('span', { class: 'label' }, words))];
    });
    const button = makeButton(rows.length > 0 ? 'Check again' : `Answer ${many(steps.length, 'question')}`, () =>
      ask(0, []),
    );
    button.hidden = steps.length === 0;
    place.replaceChildren(
      make(
        'p',
        {},
        'Two questions a module, graded by yourself: the plan puts weak modules first and strong ones last.',
      ),
      ...(rows.length > 0 ? [make('ul', { class: 'plain rows' }, ...rows)] : []),
      button,
    );
  }

  /* `scores` are those of the module that is being asked about. */
  function ask(at: number, scores: number[]): void {
    asking = true;
    const step = steps[at]!;
    const title = guide.nodes[step.module]?.title ?? step.module;
    const card = make('div');
    const stop = makeButton('Stop here', end);
    const skip = makeButton('Skip this module', () =>
      goOn(
        steps.findIndex(({ module }, to) => to > at && module !== step.module),
        [],
      ),
    );
    place.replaceChildren(card, make('p', { class: 'controls' }, skip, stop));
    const choices = GRADES.map(([known, name]) => ({
      title: name,
      choose: () => {
        const all = [...scores, known];
        if (steps[at + 1]?.module === step.module) return goOn(at + 1, all);
        const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
        void store.record({ type: 'module-checked', module: step.module, known: mean });
        goOn(at + 1, []);
      },
    }));
    const above = `${title} · ${at + 1} of ${steps.length}`;
    showCard(card, { guide, question: step.question.id, above, grades: () => choices });
  }

  function goOn(to: number, scores: number[]): void {
    if (to === -1 || to >= steps.length) end();
    else ask(to, scores);
  }

  function end(): void {
    asking = false;
    listen(undefined);
    showResult();
    moveFocus(section.querySelector('h2')!);
  }
}
