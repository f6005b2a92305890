/** What the reader marked as read or to come back to: buttons on a topic's page, signs wherever a topic is listed. */
import { applyMark, computeMarks, MARK_TYPES, type Marks } from '@mlguide/study/marks';
import type { Payload, StudyEvent } from '@mlguide/study';

import { newEvent, openStudyDatabase, StorageTrouble, type StudyDatabase } from './study-database.ts';

const all = <T extends HTMLElement>(selector: string) => document.querySelectorAll<T>(selector);
const former = new Map<string, string>();
/* What was marked on this page, kept by the browser or not. */
const made: StudyEvent[] = [];

function redirect(id: string): string {
  return former.get(id) ?? id;
}

/** Shows the marks on this page, and makes its buttons work. */
function startMarks(): void {
  for (const { dataset } of all('[data-formerly]')) {
    for (const id of dataset['formerly']!.split(' ')) former.set(id, dataset['topic']!);
  }
  const database = openStudyDatabase();
  const marks = computeMarks([]);
  const load = async () => {
    // A browser that keeps nothing has no marks to show; it says so when somebody makes one.
    const kept = await database.readEvents(MARK_TYPES).catch(() => []);
    Object.assign(marks, computeMarks([...kept, ...made], redirect));
    show(marks);
  };
  for (const bar of all('.study-marks')) startButtons(bar, marks, database);
  database.onChange(() => void load());
  addEventListener('pageshow', ({ persisted }) => void (persisted && load()));
  void load();
}

function startButtons(bar: HTMLElement, marks: Marks, database: StudyDatabase): void {
  const topic = bar.dataset['topic']!;
  const make: Record<string, (on: boolean) => Payload> = {
    read: (read) => ({ type: 'topic-read', topic, read }),
    bookmark: (on) => ({ type: 'bookmark-set', node: topic, on }),
  };
  for (const button of bar.querySelectorAll('button')) {
    button.addEventListener('click', async () => {
      const event = newEvent(make[button.dataset['mark']!]!(button.getAttribute('aria-pressed') !== 'true'));
      made.push(event);
      applyMark(marks, event, redirect);
      show(marks);
      const status = bar.querySelector('[role=status]')!;
      try {
        await database.add([event]);
        status.textContent = '';
      } catch (error) {
        if (!(error instanceof StorageTrouble)) throw error;
        status.textContent = error.message;
      }
    });
  }
}

function show(marks: Marks): void {
  for (const element of all('[data-topic]')) {
    const topic = element.dataset['topic']!;
    const read = marks.read.has(topic);
    if (element.matches('.study-marks')) {
      const on: Record<string, boolean> = { read, bookmark: marks.bookmarks.has(topic) };
      for (const button of element.querySelectorAll('button')) {
        button.setAttribute('aria-pressed', String(on[button.dataset['mark']!]));
      }
    } else element.classList.toggle('read', read);
    for (const link of element.querySelectorAll(':scope > a')) {
      const word = link.querySelector('.read-word');
      if (!read) word?.remove();
      else if (!word) link.append(makeWord());
    }
  }
  for (const sum of all('[data-read-in]')) {
    const within = sum.dataset['readIn'] === '' ? document : sum.closest('li')!;
    const read = within.querySelectorAll('i.read[data-topic]').length;
    sum.textContent = read === 0 ? '' : `${sum.dataset['before']!}${read.toLocaleString('en-GB')} read`;
  }
}

function makeWord(): HTMLElement {
  const word = document.createElement('span');
  word.className = 'read-word hidden-visually';
  word.textContent = ' (read)';
  return word;
}

startMarks();
