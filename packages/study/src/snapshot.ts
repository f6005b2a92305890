import type { CardState, Memory, Review } from './cards.ts';
import type { Grade } from './events.ts';
import type { StudyState } from './state.ts';

/**
 * A state in a shape that a browser's database stores and gives back quickly: a reader of many years has a hundred
 * thousand reviews, and columns are copied much faster than objects. It spares the computing and is never the truth:
 * whoever keeps one must know which log it follows from.
 */
export interface Snapshot extends Omit<StudyState, 'cards'> {
  /** The shape of this snapshot, and how it was computed. */
  version: typeof SNAPSHOT_VERSION;
  cards: [question: string, memory: Memory, reviews: number][];
  /** Of all reviews, card after card: the ids, one a line; the times; the grades. */
  ids: string;
  times: Float64Array;
  grades: Uint8Array;
}

/** Changes whenever the same log would give another state or another shape: with the parameters of FSRS, for example. */
export const SNAPSHOT_VERSION = 2;

const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'easy'];
/* Added to a grade that was given in a mock interview. */
const MOCK = 8;

/** Packs a state. What it holds is the state's own: store it, or clone it, before another event is applied. */
export function packState(state: StudyState): Snapshot {
  const cards = [...state.cards];
  const reviews = cards.flatMap(([, card]) => card.reviews);
  return {
    ...state,
    version: SNAPSHOT_VERSION,
    cards: cards.map(([question, { card, reviews: own }]) => [question, card, own.length]),
    ids: reviews.map(({ id }) => id).join('\n'),
    times: Float64Array.from(reviews, ({ at }) => at),
    grades: Uint8Array.from(reviews, ({ grade, origin }) => GRADES.indexOf(grade) + (origin === 'mock' ? MOCK : 0)),
  };
}

/** The state that was packed; nothing if another version packed it. It takes over what the snapshot holds. */
export function unpackState(snapshot: Snapshot): StudyState | undefined {
  if (snapshot.version !== SNAPSHOT_VERSION) return undefined;
  const { version: _version, cards, ids, times, grades, ...state } = snapshot;
  const names = ids.split('\n');
  let next = 0;
  const takeReview = (): Review => {
    const at = next++;
    const packed = grades[at]!;
    const review: Review = { id: names[at]!, at: times[at]!, grade: GRADES[packed % MOCK]! };
    if (packed >= MOCK) review.origin = 'mock';
    return review;
  };
  const unpackCard = ([question, card, reviews]: Snapshot['cards'][number]): [string, CardState] => [
    question,
    { card, reviews: Array.from({ length: reviews }, takeReview) },
  ];
  return { ...state, cards: new Map(cards.map(unpackCard)) };
}
