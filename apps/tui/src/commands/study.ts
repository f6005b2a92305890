import { studyFilePath } from '@mlguide/study/file';

import { UsageError, needTerminal, type Call } from './command.ts';

/** `mlguide study`: the cards that are due; `stats`, `limits`, `export` and `import` are of the same log. */
export async function run(call: Call): Promise<number> {
  const [action, file, more] = call.words;
  const path = studyFilePath(process.env);
  if (action === undefined) {
    needTerminal('`mlguide questions --answers`');
    const { runStudy } = await import('../study/run-study.ts');
    return runStudy(path, call.theme, call.config.width);
  }
  if (action === 'stats' || action === 'limits') {
    if (file !== undefined) throw new UsageError(`mlguide study ${action}: one word too many, \`${file}\``);
    if (action === 'limits') return (await import('../study/limits.ts')).setLimits(path, call);
    return (await import('../study/stats.ts')).printStudyStatistics(path, call);
  }
  if (action !== 'export' && action !== 'import')
    throw new UsageError(`no \`study ${action}\`: expected stats, limits, export or import`);
  if (file === undefined) throw new UsageError(`mlguide study ${action} FILE: FILE is missing`);
  if (more !== undefined) throw new UsageError(`mlguide study ${action}: one word too many, \`${more}\``);
  const { exportLog, importLog } = await import('../study/exchange.ts');
  return action === 'export' ? exportLog(path, file) : importLog(path, file);
}
