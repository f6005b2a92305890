/** Pages of both sites in a browser: marks and bytes. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { launchBrowser } from '../test/browser.ts';
import { kindsOfPage } from '../test/kinds-of-page.ts';
import { pagesIn } from '../test/site-files.ts';
import { categoryNames, isFull, marksOf, type Marks } from './lighthouse.ts';
import { servePacked } from './packed-server.ts';
import { kilobytes, median, print, type Goal } from './print.ts';
import { transferOf, type Transfer } from './transfer.ts';

/** What to look at. */
export interface Sites {
  /** The folder of our package, with `dist/`. */
  site: string;
  /** The folder of the Starlight project, with `dist/`. */
  starlight: string;
  /** How many topics to download. */
  topics: number;
  /** How often a page may try for full marks of Lighthouse. */
  tries: number;
}

/** Looks at both sites. The two name their pages alike; a page that only one has is left out. */
export async function comparePages({ site, starlight, topics, tries }: Sites): Promise<Goal[]> {
  const [ours, theirs] = [path.join(site, 'dist'), path.join(starlight, 'dist')];
  const [ourServer, theirServer] = [await servePacked(ours), await servePacked(theirs)];
  try {
    const kinds = kindsOfPage({ url: ourServer.url, folder: `${ours}/` });
    const places = pagesIn({ url: ourServer.url, folder: `${ours}/` })
      .filter(({ html }) => html.includes('study-marks'))
      .map(({ url }) => url.slice(ourServer.url.length))
      .filter((place) => existsSync(path.join(theirs, place, 'index.html')))
      .toSorted();
    const few = places.filter((_, index) => index % Math.ceil(places.length / topics) === 0);
    const longest = kinds['longest topic'] ?? '';
    return [
      ...compareTransfers(await download(few), await download([longest])),
      ...(await compareMarks({ home: '', module: kinds['module'] ?? '', 'longest topic': longest }, kinds)),
    ];
  } finally {
    await ourServer.close();
    await theirServer.close();
  }

  async function download(places: readonly string[]): Promise<[ours: Transfer, theirs: Transfer][]> {
    const browser = await launchBrowser();
    const pairs: [Transfer, Transfer][] = [];
    for (const place of places) {
      pairs.push([
        await transferOf(browser, ourServer.url + place),
        await transferOf(browser, theirServer.url + place),
      ]);
    }
    await browser.close();
    return pairs;
  }

  async function compareMarks(both: Record<string, string>, kinds: Record<string, string>): Promise<Goal[]> {
    const lighthouse = { installed: starlight, tries };
    const row = (name: string, who: string, marks: Marks) => [
      name,
      who,
      ...categoryNames.map((one) => String(marks[one])),
    ];
    const rows: string[][] = [];
    const short: string[] = [];
    // A page that says of itself that it is not to be found has no mark for being found.
    for (const [kind, place] of Object.entries({ ...kinds, ...both }).filter(([kind]) => kind !== 'not found')) {
      const marks = await marksOf(lighthouse, ourServer.url + place);
      rows.push(row(kind, 'ours', marks));
      if (!isFull(marks)) short.push([kind, ...marks.faults].join(': '));
      if (kind in both) rows.push(row(kind, 'Starlight', await marksOf(lighthouse, theirServer.url + place)));
    }
    print(`Lighthouse, a phone on a slow network, best of at most ${tries}`, ['page', 'site', ...categoryNames], rows);
    return [
      {
        what: 'Lighthouse, every kind of page',
        wanted: '100 in all four',
        measured: short.length === 0 ? '100 in all four' : `less on ${short.join('; ')}`,
        met: short.length === 0,
      },
    ];
  }
}

function compareTransfers(few: [Transfer, Transfer][], [longest]: [Transfer, Transfer][]): Goal[] {
  const types = ['Document', 'Stylesheet', 'Script', 'Font', 'Image'];
  const row = (what: string, who: string, transfers: Transfer[]) => [
    what,
    who,
    kilobytes(median(transfers.map(({ total }) => total))),
    String(median(transfers.map(({ requests }) => requests))),
    ...types.map((type) => kilobytes(median(transfers.map(({ byType }) => byType[type] ?? 0)))),
  ];
  const [ours, theirs] = [few.map(([one]) => one), few.map(([, other]) => other)];
  print(
    `Downloaded with nothing in the cache, gzip, the heads of the answers included: medians of ${few.length} topics, and the longest`,
    ['page', 'site', 'total', 'requests', ...types.map((type) => type.toLowerCase())],
    [
      row('topics', 'ours', ours),
      row('topics', 'Starlight', theirs),
      row('longest topic', 'ours', [longest![0]]),
      row('longest topic', 'Starlight', [longest![1]]),
    ],
  );
  const script = Math.max(...[...few, longest!].map(([one]) => one.byType['Script'] ?? 0));
  const ratios = few.map(([one, other]) => one.total / other.total);
  const share = median(ratios);
  const ofLongest = longest![0].total / longest![1].total;
  const percent = (ratio: number) => `${(100 * ratio).toFixed(0)} %`;
  return [
    { what: 'JavaScript of a topic, at most', wanted: '10 KB', measured: kilobytes(script), met: script <= 10 * 1024 },
    {
      what: 'download of a topic, of Starlight’s, median',
      wanted: 'below 33 %',
      measured: `${percent(share)} (${percent(Math.min(...ratios))} to ${percent(Math.max(...ratios))})`,
      met: share < 1 / 3,
    },
    {
      what: 'download of the longest topic, of Starlight’s',
      wanted: 'below 33 %',
      measured: percent(ofLongest),
      met: ofLongest < 1 / 3,
    },
  ];
}
