import { findOnPage, type Match } from './find.ts';
import { showPlace, still } from './navigate.ts';
import { typeInto } from './overlay.ts';
import { pageOfState, type State, type Step } from './state.ts';

/** What a key does while somebody types what to find in the topic. */
export function findKey(state: State, key: string): Step {
  const find = state.find!;
  if (key === 'escape') return still({ ...state, find: null });
  if (key === 'enter' || key === 'tab')
    return still({ ...state, find: find.text === '' ? null : { ...find, typing: false } });
  if (key === 'down') return still(findMove(state, 1));
  if (key === 'up') return still(findMove(state, -1));
  const text = typeInto(find.text, key);
  if (text === undefined) return still(state);
  const matches = findOnPage(pageOfState(state), text);
  const first = matches.findIndex(({ line }) => line >= state.page.top);
  const at = matches.length === 0 ? -1 : Math.max(0, first);
  const found: State = { ...state, find: { ...find, text, at } };
  return still(at < 0 ? found : showMatch(found, matches[at]!));
}

/** Goes to the next or the previous place where the text stands. */
export function findMove(state: State, step: 1 | -1): State {
  const { find } = state;
  if (find === null || find.text === '')
    return { ...state, notice: 'Nothing looked for yet: Ctrl-F finds in the topic' };
  const matches = findOnPage(pageOfState(state), find.text);
  if (matches.length === 0) return { ...state, notice: `Not here: ${find.text}` };
  const at = (find.at + step + matches.length) % matches.length;
  const wrapped = step === 1 ? at <= find.at : at >= find.at;
  const notice = wrapped && matches.length > 1 ? (step === 1 ? 'From the top again' : 'From the bottom again') : '';
  return showMatch({ ...state, focus: 'page', find: { ...find, at }, notice }, matches[at]!);
}

function showMatch(state: State, { line, from, to }: Match): State {
  return showPlace(state, line, from, to);
}
