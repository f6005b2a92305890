import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { drawMock, mockSummary, type MockRequest, type Round } from '@mlguide/study';

import { openOwnGuide } from '../guide.ts';
import { runScene } from '../screen/scene.ts';
import { cannotWrite } from '../study/exchange.ts';
import { askedNow, mockKey, startMock, type Mock } from '../study/mock.ts';
import { mockView } from '../study/mock-view.ts';
import { cleanLines } from '../typeset/clean.ts';
import { needTerminal, numberOption, textOption, UsageError, type Call } from './command.ts';

const ROUNDS = ['breadth', 'depth', 'coding', 'system-design', 'behavioural'] as const satisfies readonly Round[];
const LENGTHS = [30, 45, 60] as const;

/** `mlguide mock`: an interview against the clock. */
export async function run(call: Call): Promise<number> {
  const request = readRequest(call);
  const target = textOption(call, 'export');
  // Said now, and not after three quarters of an hour.
  if (target !== undefined && existsSync(target)) throw cannotWrite(target, { code: 'EEXIST' });
  if (target !== undefined && !existsSync(dirname(target))) throw cannotWrite(target, { code: 'ENOENT' });
  needTerminal('`mlguide questions --answers`');
  return runScene<Mock>(
    call.theme,
    async (stage) => {
      const library = await openOwnGuide();
      const { guide } = library;
      const drawn = drawMock(guide, request);
      if (drawn.length === 0) throw new UsageError(`--round ${request.round}: the guide has no questions for it yet`);
      const load = (mock: Mock): Mock => {
        const id = askedNow(mock);
        if (id !== undefined && !mock.bodies.has(id)) {
          library
            .loadBody(id)
            .then(
              (body) => stage.update((now) => ({ ...now, bodies: new Map(now.bodies).set(id, body ?? null) })),
              stage.fail,
            );
        }
        return mock;
      };
      return {
        first: load(startMock(guide, request, drawn)),
        view: (mock: Mock) => mockView(guide, mock, Date.now(), target),
        isTicking: ({ began, ended }: Mock) => began !== null && ended === null,
        key(mock: Mock, key: string) {
          // In the middle of an interview only `e` ends it: a slip of a finger would cost it.
          const isLeaving = mock.began === null || mock.ended !== null;
          if (isLeaving && (key === 'q' || key === 'escape')) return 'leave' as const;
          if (mock.ended !== null && key === 'enter') return 'leave' as const;
          const next = mockKey(mock, key, Date.now());
          return next === undefined ? undefined : load(next);
        },
        farewell({ answers }: Mock) {
          if (answers.length === 0) return { text: '' };
          const text = cleanLines(mockSummary(guide, request, answers));
          if (target === undefined) return { text };
          try {
            writeFileSync(target, text, { flag: 'wx', flush: true });
            return { text: `The summary is in ${target}.\n` };
          } catch (error) {
            return { text, problem: cannotWrite(target, error).message };
          }
        },
      };
    },
    call.config.width,
  );
}

function readRequest(call: Call): MockRequest {
  const named = textOption(call, 'round') ?? 'breadth';
  const round = ROUNDS.find((one) => one === named);
  if (round === undefined) throw new UsageError(`--round ${named}: expected ${ROUNDS.join(', ')}`);
  const length = textOption(call, 'minutes') ?? '45';
  const minutes = LENGTHS.find((one) => String(one) === length);
  if (minutes === undefined) throw new UsageError(`--minutes ${length}: expected 30, 45 or 60`);
  const seed = numberOption(call, 'seed', 0, 2 ** 32 - 1) ?? Math.floor(Math.random() * 1_000_000);
  return { round, minutes, seed };
}
