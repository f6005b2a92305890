import type { Body, PageNode, Question, Resource } from '@mlguide/core';

/** A question with its answer. */
export interface AnsweredQuestion {
  question: Question;
  /** The answer as data; `null` if it has none. */
  body: Body | null;
}

/** A page with everything on it: what `@mlguide/content/topics/ID` exports as its default. */
export interface Page {
  node: PageNode;
  /** Its own prose as data; `null` if it has none. */
  body: Body | null;
  questions: AnsweredQuestion[];
  resources: Resource[];
}
