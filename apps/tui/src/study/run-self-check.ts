import { selfCheckQuestions } from '@mlguide/study';

import { openOwnGuide } from '../guide.ts';
import type { View } from '../screen/draw.ts';
import { runScene } from '../screen/scene.ts';
import { isSentence } from '../sentence.ts';
import type { Theme } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { answerLines, progressBar, questionLines, thinkLines } from './question-lines.ts';
import { KNOWN, takeKnown, type SelfCheck } from './self-check.ts';
import { newEvent, StudyLog } from './study-log.ts';

const END = 'Weak modules come first now: `mlguide plan` shows the days.';

/** Asks two questions of each module; what comes of it is kept module by module. */
export function runSelfCheck(path: string, theme: Theme, widest: number | undefined): Promise<never> {
  return runScene<SelfCheck>(
    theme,
    async (stage) => {
      const library = await openOwnGuide();
      const { guide } = library;
      const log = await StudyLog.open(path, guide);
      const questions = guide.modules.flatMap((module) =>
        selfCheckQuestions(guide, module).map(({ id }) => ({ module, question: id })),
      );
      const load = (id: string | undefined) => {
        if (id === undefined) return;
        library
          .loadBody(id)
          .then(
            (body) => stage.update((check) => ({ ...check, answers: new Map(check.answers).set(id, body ?? null) })),
            stage.fail,
          );
      };
      load(questions[0]?.question);
      const grade = (check: SelfCheck, known: number): SelfCheck => {
        const { next, done } = takeKnown(check, known);
        try {
          if (done !== undefined) log.append(newEvent({ type: 'module-checked', ...done }, Date.now()));
        } catch (error) {
          if (!isSentence(error)) throw error;
          return { ...check, notice: error.message, isProblem: true };
        }
        load(questions[next.known.length]?.question);
        const module = done === undefined ? '' : cleanText(guide.nodes[done.module]?.title ?? done.module);
        return { ...next, notice: done === undefined ? '' : `${module}: ${Math.round(done.known * 100)} % known.` };
      };
      return {
        first: { questions, known: [], isShown: false, answers: new Map(), notice: log.remark, isProblem: false },
        key(check: SelfCheck, key: string) {
          if (key === 'q' || key === 'escape') return 'leave' as const;
          const isDone = check.known.length >= questions.length;
          if (isDone) return key === 'enter' ? ('leave' as const) : undefined;
          if (!check.isShown) return key === 'enter' || key === 'space' ? { ...check, isShown: true } : undefined;
          const chosen = KNOWN.find((one) => one.key === key);
          return chosen === undefined ? undefined : grade(check, chosen.known);
        },
        farewell: ({ known }: SelfCheck) => ({ text: known.length === 0 ? '' : `${END}\n` }),
        view: (check: SelfCheck): View => selfCheckView(check),
      };

      function selfCheckView({ known, isShown, answers, notice, isProblem }: SelfCheck): View {
        const id = questions[known.length]?.question;
        const head = { title: 'What do you know?', notice, isProblem };
        const right = `${Math.min(known.length + 1, questions.length)} of ${questions.length}`;
        if (id === undefined)
          return {
            ...head,
            page: 'end',
            right: 'done',
            body: (width) => wrap([span(END)], width),
            keys: [['q', 'leave']],
          };
        return {
          ...head,
          page: `${id} ${isShown}`,
          right,
          body: (width) => [
            ...progressBar(known.length, questions.length, width),
            ...questionLines(guide, id, '', width),
            ...(isShown
              ? answerLines(answers.get(id), width)
              : thinkLines('Answer it for yourself. Then press Enter, and say whether you knew it.', width)),
          ],
          keys: isShown
            ? [...KNOWN.map(({ key, word }) => [key, word] as const), ['q', 'leave']]
            : [
                ['Enter', 'show the answer'],
                ['q', 'leave'],
              ],
        };
      }
    },
    widest,
  );
}
