import type { NodeId } from '@mlguide/core';

import { goTo, scrollPage, showLine, showPlace, still } from './navigate.ts';
import { geometryOf, keepInView, pageOfState, type State, type Step } from './state.ts';
import type { Page } from './page.ts';
import { lineWidth, widthOf } from './typeset/line.ts';

type Place = Page['targets'][number];

/** What is chosen on the page, if it is still there. */
export function chosenTarget(state: State): Place | undefined {
  return state.page.chosen === null
    ? undefined
    : pageOfState(state).targets.find(({ key }) => key === state.page.chosen);
}

/** Chooses the next or previous link, question or resource, beginning with what is in view. */
export function moveTarget(state: State, step: 1 | -1): State {
  const { targets } = pageOfState(state);
  const { rows } = geometryOf(state);
  const { top, chosen } = state.page;
  const isSeen = ({ line }: Place) => line >= top && line < top + rows;
  const at = targets.findIndex(({ key }) => key === chosen);
  let next = targets[at + step];
  if (at < 0 || !isSeen(targets[at]!)) {
    next =
      step === 1
        ? (targets.find(isSeen) ?? targets.find(({ line }) => line >= top))
        : (targets.findLast(isSeen) ?? targets.findLast(({ line }) => line < top));
  }
  if (targets.length === 0) return { ...state, notice: 'No links or questions here' };
  if (next === undefined) return { ...state, notice: step === 1 ? 'No more links or questions below' : 'None above' };
  const chose = { ...state, page: { ...state.page, chosen: next.key } };
  const line = pageOfState(state).lines[next.line] ?? [];
  const first = line.findIndex(({ target }) => target === next.target);
  const from = lineWidth(line.slice(0, first));
  return showPlace(chose, next.line, from, from + widthOf(line[first]?.text ?? ''));
}

/** Follows what is chosen: opens the answer, goes to the topic, or hands the address to the browser. */
export function followTarget(state: State): Step {
  const place = chosenTarget(state);
  if (place === undefined) return still(moveTarget(state, 1));
  const { target } = place;
  switch (target.kind) {
    case 'question':
      return still(toggleAnswers(state, [target.id]));
    case 'node':
      return goTo(state, target.id);
    case 'resource':
      return openUrl(state, target.url);
    case 'link': {
      const inside = /^guide:([^#]*)(?:#(.*))?$/s.exec(target.url);
      if (inside === null) return openUrl(state, target.url);
      return goTo(state, inside[1]!, inside[2] ?? null);
    }
  }
}

/** Opens or closes the chosen answer; where no question is chosen, scrolls on. */
export function toggleChosen(state: State): Step {
  const target = chosenTarget(state)?.target;
  if (target?.kind === 'question') return still(toggleAnswers(state, [target.id]));
  return still(scrollPage(state, geometryOf(state).rows - 1));
}

/** Opens all answers of the page, or closes them if all are open. */
export function toggleAllAnswers(state: State): Step {
  const ids = pageOfState(state).targets.flatMap(({ target }) => (target.kind === 'question' ? [target.id] : []));
  if (ids.length === 0) return still({ ...state, notice: 'No questions here' });
  const { open } = state.page.content;
  return still(toggleAnswers(state, ids.every((id) => open.has(id)) ? ids : ids.filter((id) => !open.has(id))));
}

function toggleAnswers(state: State, ids: readonly NodeId[]): State {
  const open = new Set(state.page.content.open);
  for (const id of ids) if (!open.delete(id)) open.add(id);
  const toggled = { ...state, page: { ...state.page, content: { ...state.page.content, open } } };
  const place = chosenTarget(toggled);
  return keepInView(place === undefined ? toggled : showLine(toggled, place.line));
}

/** Hands the chosen address to the browser. */
export function openTarget(state: State): Step {
  const url = addressOf(state);
  if (url === undefined) return still({ ...state, notice: 'Choose a link first: J and K go from link to link' });
  return openUrl(state, url);
}

function openUrl(state: State, url: string): Step {
  if (!/^(?:https?|mailto):/i.test(url)) return still({ ...state, notice: `Not an address for a browser: ${url}` });
  return { state: { ...state, notice: `Opening ${url}` }, effects: [{ type: 'open', url }] };
}

/** Copies the chosen address, or else the id of the page. */
export function copyTarget(state: State): Step {
  const text = addressOf(state) ?? state.page.content.id;
  if (text === '') return still({ ...state, notice: 'Nothing to copy here' });
  return { state: { ...state, notice: `Copied ${text}` }, effects: [{ type: 'copy', text }] };
}

function addressOf(state: State): string | undefined {
  const target = chosenTarget(state)?.target;
  if (target === undefined) return undefined;
  return target.kind === 'link' || target.kind === 'resource' ? target.url.replace(/^guide:/, '') : target.id;
}
