/** What every study page begins with: the guide, the log, and a place to draw. */
import type { Guide } from '@mlguide/core';
import type { DayClock } from '@mlguide/study';

import { unpackGuide, type PackedGuide } from '../../study-guide.ts';
import { StudyStore } from '../study-store.ts';
import { make, makeButton, saveFile } from './dom.ts';

/** A study page. */
export interface StudyPage {
  guide: Guide;
  store: StudyStore;
  /** What the page may fill. */
  root: HTMLElement;
  /** Where the reader's days begin, in summer and in winter. */
  clock: DayClock;
}

const clock: DayClock = { utcOffset: (at) => -new Date(at).getTimezoneOffset() };
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Loads what a study page needs, and hands it over; says so if that fails. */
export async function startStudyPage(draw: (page: StudyPage) => void): Promise<void> {
  const root = document.querySelector<HTMLElement>('[data-study]')!;
  try {
    const guide = unpackGuide(await loadJson<PackedGuide>('study/guide.json'));
    const store = await StudyStore.open(guide);
    const trouble = document.querySelector<HTMLElement>('[data-trouble]')!;
    const save = makeButton('Save it as a file', () => void saveLog(store));
    const showTrouble = () => {
      if (trouble.textContent === (store.trouble ?? '')) return;
      trouble.textContent = store.trouble;
      save.remove();
      if (store.trouble !== null) trouble.after(save);
    };
    store.subscribe(showTrouble);
    showTrouble();
    root.replaceChildren();
    draw({ guide, store, root, clock });
  } catch (error) {
    root.replaceChildren(make('p', { role: 'alert' }, 'The questions cannot be loaded. Are you offline?'));
    console.warn(error);
  } finally {
    root.removeAttribute('aria-busy');
  }
}

/** Offers the log as a file, the same as the terminal program's. */
export async function saveLog(store: StudyStore): Promise<void> {
  saveFile('mlguide-study.jsonl', 'application/jsonl', await store.exportLog());
}

/** Fetches one of our own files, written by our own build in the shape that `T` says. */
export async function loadJson<T>(path: string): Promise<T> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`Unexpected status \`${response.status}\` of \`${path}\``);
  return (await response.json()) as T;
}

/** The address of a place of this site. */
export function addressOf(place: string): string {
  return base + place;
}
