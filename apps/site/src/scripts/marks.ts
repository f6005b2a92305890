/** What the reader marked as read or to come back to: buttons on a topic's page, signs wherever a topic is listed. */
import { applyMark, computeMarks, MARK_TYPES, type Marks } from '@mlguide/study/marks';
import type { Payload, StudyEvent } from '@mlguide/study';

import { newEvent } from './new-event.ts';
import { startNote } from './note.ts';
import { showProgress } from './progress.ts';
import { prepareDatabase, StorageTrouble } from './study-database.ts';
import { openStudyLog } from './study-log.ts';

const all = <T extends HTMLElement>(selector: string) => document.querySelectorAll<T>(selector);
const former = new Map<string, string>();
/* What was marked on this page, kept by the browser or not. */
const made: StudyEvent[] = [];

function redirect(id: string): string {
  return former.get(id) ?? id;
}

/** Shows the marks on this page, and makes its buttons and its note work. */
function startMarks(): void {
  for (const { dataset } of all('[data-formerly]')) {
    for (const id of dataset['formerly']!.split(' ')) former.set(id, dataset['topic']!);
  }
  const log = openStudyLog(prepareDatabase());
  const marks = computeMarks([]);
  const load = async () => {
    // A browser that keeps nothing has no marks to show; it says so when somebody makes one.
    const kept = await log.readEvents(MARK_TYPES).catch(() => []);
    const byId = new Map([...kept, ...made].map((event) => [event.id, event]));
    Object.assign(marks, computeMarks([...byId.values()], redirect));
    show();
  };
  /* Makes a mark; the answer is why the browser does not keep it, or nothing. */
  const make = async (payload: Payload): Promise<string> => {
    const event = newEvent(payload);
    made.push(event);
    applyMark(marks, event, redirect);
    show();
    try {
      await log.add([event]);
      return '';
    } catch (error) {
      if (!(error instanceof StorageTrouble)) throw error;
      return error.message;
    }
  };
  const notes = [...all<HTMLDetailsElement>('.study-note')].map((place) =>
    startNote(place, (id) => marks.notes.get(id), make),
  );
  const show = () => {
    showMarks(marks);
    showProgress(marks);
    for (const note of notes) note.show();
  };
  for (const bar of all('.study-marks')) startButtons(bar, make);
  log.onChange(() => void load());
  addEventListener('pageshow', ({ persisted }) => void (persisted && load()));
  void load();
}

function startButtons(bar: HTMLElement, make: (payload: Payload) => Promise<string>): void {
  const topic = bar.dataset['topic']!;
  const payloads: Record<string, (on: boolean) => Payload> = {
    read: (read) => ({ type: 'topic-read', topic, read }),
    bookmark: (on) => ({ type: 'bookmark-set', node: topic, on }),
  };
  for (const button of bar.querySelectorAll('button')) {
    button.addEventListener('click', async () => {
      const isOn = button.getAttribute('aria-pressed') !== 'true';
      bar.querySelector('[role=status]')!.textContent = await make(payloads[button.dataset['mark']!]!(isOn));
    });
  }
}

function showMarks(marks: Marks): void {
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
}

function makeWord(): HTMLElement {
  const word = document.createElement('span');
  word.className = 'read-word hidden-visually';
  word.textContent = ' (read)';
  return word;
}

startMarks();
