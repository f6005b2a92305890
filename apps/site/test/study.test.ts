import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import type { Browser, BrowserContext, Download, Page } from 'playwright-core';

import { launchBrowser } from './browser.ts';

const { url } = inject('fixture');
const topic = `${url}classic/linear/regression/`;
const NOON = new Date('2026-11-22T12:00:00');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  await page.clock.install({ time: NOON });
});
afterEach(() => context.close());

const daysLater = (days: number) => page.clock.setSystemTime(new Date(NOON.getTime() + days * 86_400_000));

async function grade(key: string, on = page): Promise<void> {
  await on.keyboard.press('Space');
  await on.waitForSelector('.grades');
  await on.keyboard.press(key);
}

async function open(place: string, on = page): Promise<void> {
  await on.goto(url + place);
  await on.waitForSelector('[data-study]:not([aria-busy])');
}

/* Keeps answers from coming until the function that it gives is called; that waits for the page to have taken them in. */
async function holdAnswers(): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const came = page.waitForResponse('**/study/questions/*');
  await page.route('**/study/questions/*', async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    release();
    await (await came).finished();
    // The page's own reading of them began before this one.
    await page.evaluate(async (address) => void (await (await fetch(address)).json()), (await came).url());
  };
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

describe('due cards', () => {
  it('are answered and graded on keys, and a review outlives the page', async () => {
    await open('study/');
    expect(await page.textContent('.card h2')).toBe('Why squares, and not absolute values?');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(await page.isVisible('text=The noise is Gaussian')).toBe(false);
    await page.keyboard.press('3'); // Nothing is graded that was not looked at.
    await page.keyboard.press('Space');
    await page.waitForSelector('text=The noise is Gaussian');
    expect(await page.getAttribute(':focus', 'aria-label')).toBe('Answer');
    const grades = await page.locator('.grades button').allTextContents();
    expect(grades[0]).toBe('1Again today');
    expect(grades[2]).toMatch(/^3Good \d+ days$/);
    await page.keyboard.press('3');
    await page.waitForSelector('text=What if there are more features than rows?');
    expect(await page.textContent('.session p')).toBe('1 done, 1 left');

    await page.reload();
    await page.waitForSelector('text=What if there are more features than rows?');
    await page.keyboard.press('Space');
    await page.waitForSelector('text=Follow-up: by which norm? The smaller one.');
    await page.keyboard.press('4');
    await page.waitForSelector('text=Done for today');
    const next = Number(/\d+/.exec(grades[2]!)![0]);
    const day = new Date(NOON.getTime() + next * 86_400_000).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
    });
    expect(await page.textContent('.card p')).toContain(day);

    await daysLater(next);
    await page.reload();
    await page.waitForSelector('.card h2:has-text("Why squares")');
    expect(await page.textContent('.card .label')).toBe('Linear regression · seen once');
  });

  it('that were forgotten come again in the same session', async () => {
    await open('study/');
    await grade('1');
    await page.waitForSelector('.card h2:has-text("more features")');
    await grade('3');
    await page.waitForSelector('.card h2:has-text("Why squares")');
    await grade('2');
    await page.waitForSelector('text=Done for today');
  });

  it('can be taken back, one grade after the other', async () => {
    await open('study/');
    expect(await page.isVisible('text=Undo')).toBe(false);
    await grade('4');
    await page.waitForSelector('.card h2:has-text("more features")');
    await grade('1');
    await page.waitForSelector('.session p:has-text("1 done, 1 left")');
    await page.keyboard.press('u');
    await page.waitForSelector('text=Taken back: grade it anew. 1 done, 1 left');
    // Its answer is open, and it can be graded at once.
    await page.waitForSelector('.card:has(h2:has-text("more features")) .grades');
    await page.click('text=Undo');
    await page.waitForSelector('.card:has(h2:has-text("Why squares")) .grades');
    expect(await page.isVisible('text=Undo')).toBe(false);
    await page.keyboard.press('2');
    await page.waitForSelector('.session p:has-text("1 done, 1 left")');
    await page.reload();
    await page.waitForSelector('.card h2:has-text("more features")');
    await open('study/statistics/');
    await page.waitForSelector('.figures:has-text("1 question")');
    await page.waitForSelector('text=1 review, at most 1 on');
  });

  it('come a second time on the day before the interview', async () => {
    await open('study/plan/');
    await page.fill('input[type=date]', '2026-11-23');
    await page.click('text=Make the plan');
    await page.waitForSelector('h2:has-text("1 day to the interview")');
    await open('study/');
    await grade('4');
    await page.waitForSelector('.card h2:has-text("more features")');
    await grade('4');
    await page.waitForSelector('h2:has-text("Once more today")');
    await page.click('text=Go on with 2 cards');
    for (const title of ['Why squares', 'more features']) {
      await page.waitForSelector(`.card h2:has-text("${title}")`);
      await grade('4');
    }
    await page.waitForSelector('h2:has-text("Done for today")');
  });

  it('are the same in two open tabs', async () => {
    const other = await context.newPage();
    await other.clock.install({ time: NOON.getTime() + 1000 });
    await open('study/');
    await open('study/', other);
    await other.waitForSelector('.card h2:has-text("Why squares")');
    await grade('3');
    await page.waitForSelector('.card h2:has-text("more features")');
    await other.waitForSelector('.card h2:has-text("more features")');
    await grade('3', other);
    await other.waitForSelector('text=Done for today');
    await page.waitForSelector('.card h2:has-text("more features")', { state: 'detached' });
    await open('study/statistics/');
    await page.waitForSelector('text=2 reviews, at most 2 on');
  });

  it('say so if an answer cannot be had, and try again', async () => {
    await page.route('**/study/questions/*', (route) => route.abort());
    await open('study/');
    await page.keyboard.press('Space');
    await page.waitForSelector('text=The answer cannot be loaded');
    await page.unroute('**/study/questions/*');
    await page.click('text=Try again');
    await page.keyboard.press('Space');
    await page.waitForSelector('text=The noise is Gaussian');
  });
});

describe('marks', () => {
  it('show in the tree, on the home page and in another tab, and can be taken back', async () => {
    const home = await context.newPage();
    await home.goto(url);
    await page.goto(topic);
    await page.click('text=Mark as read');
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    expect(await page.textContent('.module-tree [aria-current=page]')).toContain('(read)');
    await home.waitForSelector('.module-map .label:has-text("1 read")');
    expect(await home.locator('.module-map i.read').count()).toBe(1);
    expect(await home.textContent('.opening .facts')).toMatch(/ · 1 read$/);
    await page.keyboard.press('b');
    await page.waitForSelector('text=Bookmarked');

    await page.goto(`${url}classic/linear/ridge/`);
    await page.waitForSelector('.module-tree .read a:has-text("Linear regression")');
    await open('study/');
    expect(await page.textContent('section:has(#bookmarks) li')).toBe('Linear regression');

    await page.goto(topic);
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    await page.keyboard.press('m');
    await home.waitForSelector('.module-map i.read', { state: 'detached' });
    expect(await home.locator('.module-map .label:has-text("read")').count()).toBe(0);
  });

  it('are kept though the reader goes on at once', async () => {
    await page.goto(topic);
    const marks = page.waitForResponse('**/marks.*.js');
    await page.mouse.click(2, 2);
    await (await marks).finished();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('m');
    await page.keyboard.press('b');
    await page.keyboard.press('n');
    await page.waitForURL('**/ridge/');
    await page.waitForSelector('.module-tree .read a:has-text("Linear regression")');
    await open('study/');
    await page.waitForSelector('section:has(#bookmarks) li:has-text("Linear regression")');
  });

  it('follow a topic that was renamed', async () => {
    await open('study/statistics/');
    const line = {
      id: 'old',
      at: NOON.getTime(),
      type: 'topic-read',
      topic: 'classic/linear/least-squares',
      read: true,
    };
    const buffer = Buffer.from(`${JSON.stringify(line)}\n`);
    await page.setInputFiles('input[type=file]', { name: 'study.jsonl', mimeType: 'text/plain', buffer });
    await page.waitForSelector('text=1 event added.');
    await page.goto(topic);
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
  });

  it('leave a topic’s scripts below 10 KB, with those that marks and notes need', async () => {
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
    });
    await page.goto(topic);
    await page.click('text=Mark as read');
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    await page.waitForLoadState('networkidle');
    const names = [...scripts.keys()].map((url) => url.split('/').at(-1));
    expect(names).toContainEqual(expect.stringMatching(/^Page\./));
    expect(names).toContainEqual(expect.stringMatching(/^marks\./));
    const packed = (await Promise.all(scripts.values())).map((body) => gzipSync(body).length);
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(10 * 1024);
  });
});

describe('a note', () => {
  const note = '.study-note textarea';
  const write = async (text: string, on = page) => {
    if (!(await on.isVisible(note))) await on.click('text=Your note');
    await on.fill(note, text);
    await on.locator(note).blur();
    await on.waitForSelector('text=Kept in this browser.');
  };

  it('is kept, shown on the study page, and can be taken away', async () => {
    await page.goto(topic);
    await write('Gauss–Markov needs\n\n<b>no</b> Gaussian noise.');
    await page.reload();
    await page.waitForSelector(note);
    expect(await page.inputValue(note)).toBe('Gauss–Markov needs\n\n<b>no</b> Gaussian noise.');
    await open('study/');
    expect(await page.textContent('section:has(#notes) li a')).toBe('Linear regression');
    expect(await page.textContent('section:has(#notes) li p')).toContain('<b>no</b>');
    await page.goto(topic);
    await page.waitForSelector(note);
    await write('');
    await open('study/');
    expect(await page.isVisible('#notes')).toBe(false);
  });

  it('is kept when the reader pauses, or goes on at once', async () => {
    await page.goto(topic);
    await page.click('text=Your note');
    // Opening it loads what keeps it, and that opens the database.
    await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
    await page.locator(note).pressSequentially('one');
    // What keeps it may come to look at its clock late, on a busy machine.
    await expect
      .poll(
        async () => {
          await page.clock.runFor(2500);
          return page.locator('text=Kept in this browser.').isVisible();
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    await page.locator(note).pressSequentially(' two');
    await page.goto(`${url}classic/linear/ridge/`);
    await page.goto(topic);
    await page.waitForSelector(note);
    expect(await page.inputValue(note)).toBe('one two');
  });

  it('loses nothing when two tabs write at once', async () => {
    const other = await context.newPage();
    await other.clock.install({ time: NOON.getTime() + 1000 });
    await page.goto(topic);
    await other.goto(topic);
    await page.click('text=Your note');
    await other.click('text=Your note');
    await page.fill(note, 'from one tab');
    await other.fill(note, 'from the other');
    await page.locator(note).blur();
    await page.waitForSelector('text=Kept in this browser.');
    await other.waitForTimeout(100);
    expect(await other.inputValue(note)).toBe('from the other');
    await other.fill(note, 'from the other tab');
    await other.locator(note).blur();
    await other.waitForSelector('text=Kept in this browser.');
    const both = 'from one tab\n\nfrom the other tab';
    await expect.poll(() => page.inputValue(note)).toBe(both);
    await expect.poll(() => other.inputValue(note)).toBe(both);
    await write('of both', other);
    await expect.poll(() => page.inputValue(note)).toBe('of both');
  });
});

describe('progress', () => {
  it('is a bar on the home page and in the tree, and nothing before it begins', async () => {
    await page.goto(topic);
    expect(await page.isVisible('.module-tree progress')).toBe(false);
    await page.click('text=Mark as read');
    await page.waitForSelector('.module-tree .progress:has-text("1 of ")');
    const max = await page.getAttribute('.module-tree progress', 'max');
    expect(await page.textContent('.module-tree .progress')).toContain(`1 of ${max} read`);
    await page.goto(url);
    await page.waitForSelector('.module-map progress:visible');
    expect(await page.locator('.module-map progress:visible').count()).toBe(1);
    expect(await page.locator('.module-map progress:visible').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(
      1,
    );
  });
});

describe('a long log', () => {
  const REVIEWS = 3000;
  const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const line = (index: number, at = NOON.getTime() - (REVIEWS - index) * 3_600_000) =>
    `${JSON.stringify({ id: id(index), at, type: 'question-graded', question: 'classic/linear/regression/why-squares', grade: 'good' })}\n`;
  const lines = Array.from({ length: REVIEWS }, (_, index) => line(index)).join('');
  const load = async (text: string) => {
    await open('study/statistics/');
    await page.setInputFiles('input[type=file]', { name: 'x', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.waitForSelector('text=/\\d event.* added/');
  };
  const retention = () => page.textContent('.figures dt');

  it('is taken from a snapshot that agrees with it, and computed anew from one that does not', async () => {
    await load(lines);
    expect(await retention()).toContain('of 2,999 second looks');
    // A state that no log can give, so that it shows where it comes from.
    await page.evaluate(async () => {
      const [info] = await indexedDB.databases();
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(info!.name!);
        request.onsuccess = () => resolve(request.result);
      });
      interface Kept {
        snapshot: { limits: { newPerDay: number } };
      }
      const read = () =>
        new Promise<Kept | undefined>((resolve) => {
          const request = database.transaction('snapshots').objectStore('snapshots').get('state') as IDBRequest<Kept>;
          request.onsuccess = () => resolve(request.result);
        });
      let kept = await read();
      // Nobody waits for it to be kept, so we do.
      while (kept === undefined) kept = await read();
      kept.snapshot.limits.newPerDay = 77;
      const store = database.transaction('snapshots', 'readwrite').objectStore('snapshots');
      await new Promise((resolve) => (store.put(kept, 'state').onsuccess = resolve));
      database.close();
    });
    await open('study/statistics/');
    expect(await retention()).toContain('of 2,999 second looks');
    expect(await page.inputValue('.fields input >> nth=0')).toBe('77');

    // One more review on another page counts on top.
    await page.goto(topic);
    await page.click('text=Mark as read');
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    await open('study/statistics/');
    expect(await page.inputValue('.fields input >> nth=0')).toBe('77');
    expect(await page.textContent('.modules')).toMatch(/1 of \d/);

    // An older review from elsewhere makes it void.
    await load(line(REVIEWS + 1, NOON.getTime() - 9 * 3_600_000 * REVIEWS));
    await open('study/statistics/');
    expect(await retention()).toContain('of 3,000 second looks');
    expect(await page.inputValue('.fields input >> nth=0')).toBe('10');
  });

  it('is exported whole, and forgotten whole', async () => {
    await load(lines);
    const download = Promise.all([page.waitForEvent('download'), page.click('text="Export"')]);
    expect(await textOf(download.then(([first]) => first))).toBe(lines);
    await page.click('text=Forget everything …');
    await page.click('dialog >> text="Forget everything"');
    await page.waitForSelector('text=0 questions');
    await open('study/statistics/');
    await page.waitForSelector('text=0 questions');
  });
});

describe('the file', () => {
  it('takes everything to an empty browser, once', async () => {
    await open('study/');
    await grade('3');
    await page.waitForSelector('.card h2:has-text("more features")');
    await page.goto(topic);
    await page.click('text=Mark as read');
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    await open('study/statistics/');
    await page.waitForSelector('text=1 question');
    const text = await textOf(
      Promise.all([page.waitForEvent('download'), page.click('text="Export"')]).then(([first]) => first),
    );
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['question-graded', 'topic-read']);

    await page.click('text=Forget everything …');
    await page.click('dialog >> text=Keep it');
    expect(await page.textContent('.figures')).toContain('1 question');
    await page.click('text=Forget everything …');
    await page.click('dialog >> text="Forget everything"');
    await page.waitForSelector('text=0 questions');
    await page.reload();
    await page.waitForSelector('text=0 questions');

    const newer = '{"id":"n","at":1,"type":"from-the-future"}';
    const file = { name: 'study.jsonl', mimeType: 'text/plain', buffer: Buffer.from(`${text}{"torn\n${newer}\n`) };
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('text=2 events added, 1 damaged line left out, 1 line of a newer version kept for it.');
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('text=0 events added, 2 known already');
    await page.reload();
    await page.waitForSelector('text=1 question');
    const again = await textOf(
      Promise.all([page.waitForEvent('download'), page.click('text="Export"')]).then(([first]) => first),
    );
    expect(again).toBe(`${text}${newer}\n`);
  });
});

describe('a plan', () => {
  const topicsOf = (day: string) => page.locator(`.days > li:has(h3:has-text("${day}")) a`).allTextContents();

  it('is made again when days were missed, without what is read', async () => {
    await open('study/plan/');
    await page.fill('input[type=date]', '2026-11-28');
    await page.fill('input[type=number]', '50');
    await page.click('text=Make the plan');
    await page.waitForSelector('h2:has-text("6 days to the interview")');
    const first = await topicsOf('Today, Sunday 22 November');
    expect(first).toHaveLength(2);
    expect(await page.locator('.days > li').count()).toBe(5);

    await page.goto(topic);
    await page.click('text=Mark as read');
    await page.waitForSelector('[data-mark=read][aria-pressed=true]');
    await daysLater(2);
    await open('study/plan/');
    await page.waitForSelector('h2:has-text("4 days to the interview")');
    expect(await page.locator('.days > li').count()).toBe(3);
    const today = await topicsOf('Today, Tuesday 24 November');
    expect(today).toHaveLength(2);
    expect(first).toContain('Linear regression');
    expect(today).toContain(first.find((title) => title !== 'Linear regression'));
    expect(await page.locator('.plan a:has-text("Linear regression")').count()).toBe(0);
    await page.waitForSelector('text=No time for');

    await daysLater(8);
    await page.reload();
    await page.waitForSelector('text=The interview is over');
    await page.click('text=Drop the plan');
    await page.waitForSelector('text=The interview is over', { state: 'detached' });
  });

  it('asks two questions a module, and keeps what came of it', async () => {
    await open('study/plan/');
    await page.click('text=Answer 2 questions');
    await grade('1');
    await page.waitForSelector('text=2 of 2');
    await grade('1');
    await page.waitForSelector('.self-check li:has-text("weak: comes first")');
    await page.reload();
    await page.waitForSelector('.self-check li:has-text("weak: comes first")');
  });

  it('takes no key for a question that the reader left before its answer came', async () => {
    const release = await holdAnswers();
    await open('study/plan/');
    await page.click('text=Answer 2 questions');
    await page.keyboard.press('Space');
    await page.click('text=Skip this module');
    await release();
    await page.keyboard.press('3');
    await page.waitForSelector('button:has-text("Answer 2 questions")');
    expect(await page.locator('.card').count()).toBe(0);
  });
});

describe('a mock interview', () => {
  it('asks against the clock, with follow-ups, and ends in a summary that can be kept', async () => {
    await open('study/mock/');
    await page.selectOption('select >> nth=1', '30');
    await page.fill('input[type=number]', '7');
    await page.click('text=Start the clock');
    expect(await page.textContent('[role=timer]')).toBe('30:00');
    for (const last of [false, true]) {
      await page.waitForSelector('button:has-text("Answered")');
      const hasMore = await page.isVisible('text=Answered: the follow-up');
      await page.clock.runFor(65_000);
      await page.keyboard.press('Space');
      if (hasMore) {
        await page.waitForSelector('.follow-up:has-text("by which norm?")');
        expect(await page.isVisible('text=The smaller one.')).toBe(false);
        await page.keyboard.press('Space');
        await page.waitForSelector('text=The smaller one.');
      }
      await page.waitForSelector('.grades');
      await page.keyboard.press(last ? '3' : '1');
    }
    await page.waitForSelector('h2:has-text("2 of 4 points")');
    expect(await page.locator('td.right').allTextContents()).toEqual(['1:05', '1:05']);
    expect(await page.textContent('h2:has-text("Read next") + ul a')).toBe('Linear regression');
    expect(new URL(page.url()).search).toBe('?round=breadth&minutes=30&seed=7');
    const download = Promise.all([page.waitForEvent('download'), page.click('text=Save as Markdown')]);
    const markdown = await textOf(download.then(([first]) => first));
    expect(markdown).toContain('# Mock interview: breadth, 30 minutes');
    expect(markdown).toContain('2 of 4 points (seed 7).');
    await page.waitForSelector('text=Every answer counts as a review');
    await open('study/statistics/');
    expect(await page.textContent('.figures')).toContain('2 questions');
    const log = Promise.all([page.waitForEvent('download'), page.click('text="Export"')]);
    const events = (await textOf(log.then(([first]) => first)))
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { origin: string; grade: string });
    expect(events.map(({ origin, grade: given }) => [origin, given])).toEqual([
      ['mock', 'again'],
      ['mock', 'good'],
    ]);
  });

  it('says when time is short and when it is up, and cuts nobody off', async () => {
    await open('study/mock/?minutes=30');
    await page.click('text=Start the clock');
    await page.clock.runFor(25.5 * 60_000);
    await page.waitForSelector('text=Five minutes left.');
    await page.clock.runFor(5 * 60_000);
    await page.waitForSelector('text=Time is up');
    expect(await page.textContent('[role=timer]')).toBe('+0:30');
    await page.click('text=Finish now');
    await page.waitForSelector('text=No question was answered.');
  });

  it('takes no grade for a question whose answer comes when it is over', async () => {
    const release = await holdAnswers();
    await open('study/mock/?minutes=30&seed=7');
    await page.click('text=Start the clock');
    await page.click('text=Finish now');
    await page.waitForSelector('text=No question was answered.');
    await release();
    for (const key of ['Space', 'Space', 'Space', '3']) await page.keyboard.press(key);
    await open('study/statistics/');
    expect(await page.textContent('.figures')).toContain('0 questions');
  });

  it('says so if there is nothing to ask', async () => {
    await open('study/mock/?round=coding');
    await page.click('text=Start the clock');
    await page.waitForSelector('text=no questions for such a round');
  });
});

describe('a browser that keeps nothing', () => {
  it('says so, and loses nothing that is on the screen', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await open('study/');
    await page.waitForSelector('.trouble:has-text("does not let the site keep anything")');
    await grade('3');
    await page.waitForSelector('text=1 done, 1 left');
    const download = Promise.all([page.waitForEvent('download'), page.click('text=Save it as a file')]);
    expect(await textOf(download.then(([first]) => first))).toContain('"question-graded"');
    await page.goto(topic);
    expect(await page.isVisible('.trouble')).toBe(false);
    await page.click('text=Mark as read');
    await page.waitForSelector('.trouble:has-text("does not let the site keep anything")');
    expect(await page.getAttribute('[data-mark=read]', 'aria-pressed')).toBe('true');
  });

  it('because it is full says so, and keeps it all as soon as there is room', async () => {
    await open('study/');
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      addEventListener('room', () => (IDBObjectStore.prototype.put = put));
    });
    await grade('3');
    await page.waitForSelector('.trouble:has-text("no room left")');
    await page.waitForSelector('text=1 done, 1 left');
    await page.evaluate(() => dispatchEvent(new Event('room')));
    await grade('3');
    await page.waitForSelector('text=Done for today');
    await page.waitForSelector('.trouble', { state: 'hidden' });
    await page.reload();
    await page.waitForSelector('text=Nothing is due');
  });
});

it('needs no script to say that it needs one', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${url}study/`);
  expect(await quiet.isVisible('text=Studying needs JavaScript')).toBe(true);
  expect(await quiet.isVisible('text=Loading')).toBe(false);
  await quiet.goto(topic);
  expect(await quiet.isVisible('.study-marks')).toBe(false);
  await plain.close();
});
