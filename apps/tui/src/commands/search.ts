import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span } from '../typeset/line.ts';
import { numberOption, print, printJson, type Call } from './command.ts';

/** `mlguide search TEXT`: prints what the guide holds about something, best first. */
export async function run(call: Call): Promise<number> {
  const text = call.words.join(' ');
  const library = await openOwnGuide();
  const hits = await library.search(text, numberOption(call, 'most', 1, 1000) ?? 20);
  if (call.options['json'] === true) {
    printJson(hits);
    return 0;
  }
  if (hits.length === 0) process.stderr.write(`Nothing found for \`${cleanText(text)}\`.\n`);
  for (const { id, title, kind, path } of hits) {
    if (!call.isTerminal) {
      print(`${id}\t${cleanText(title)}`);
      continue;
    }
    const where = [kind === 'topic' ? '' : kind, path.map(cleanText).join(' › ')].filter(Boolean).join(' · ');
    print(paintLine([span(cleanText(title), 'strong'), span(`  ${where}`, 'muted')], call.theme));
    print(paintLine([span('  '), span(id, 'code')], call.theme));
  }
  return 0;
}
