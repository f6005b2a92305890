import type { Marks } from '@mlguide/study/marks';

/** Shows how many topics are read, in words and as bars, wherever a page has room for it; nothing as long as none is. */
export function showProgress(marks: Marks): void {
  for (const sum of document.querySelectorAll<HTMLElement>('[data-read-in]')) {
    const within = sum.dataset['readIn'] === '' ? document : sum.closest('li')!;
    const read = within.querySelectorAll('i.read[data-topic]').length;
    sum.textContent = read === 0 ? '' : `${sum.dataset['before']!}${read.toLocaleString('en-GB')} read`;
    const bar = sum.closest('li')?.querySelector('progress');
    if (bar) fill(bar, read);
  }
  // A page lists only a part of its module; the ids of all of it begin with that of the module.
  for (const place of document.querySelectorAll<HTMLElement>('[data-read-below]')) {
    const bar = place.querySelector('progress')!;
    const start = `${place.dataset['readBelow']!}/`;
    const read = Math.min(bar.max, [...marks.read.keys()].filter((id) => id.startsWith(start)).length);
    fill(bar, read);
    place.hidden = read === 0;
    place.querySelector('span')!.textContent = `${read} of ${bar.max} read`;
  }
}

function fill(bar: HTMLProgressElement, read: number): void {
  bar.value = read;
  bar.hidden = read === 0;
}
