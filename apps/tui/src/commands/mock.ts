import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MockRequest, Round } from '@mlguide/study';
import { studyFilePath } from '@mlguide/study/file';

import { cannotWrite } from '../study/exchange.ts';
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
  const { runMock } = await import('../study/run-mock.ts');
  return runMock({ request, path: studyFilePath(process.env), target }, call.theme, call.config.width);
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
