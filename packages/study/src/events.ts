/** How well a question was answered, in the words of FSRS and of Anki. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** Where a question was asked: in a mock interview, or else among the cards of a day. */
export type Origin = 'mock';

/** A role to prepare for; it decides the order of modules in a plan. */
export type Role = 'ml-engineer' | 'applied-scientist' | 'research-scientist' | 'data-scientist' | 'ai-engineer';

/** What a reader wants a plan for. */
export interface PlanRequest {
  /** The day of the interview, `YYYY-MM-DD` in the reader's own time zone. */
  interviewDay: string;
  role: Role;
  /** Minutes a day that the reader will study, 1 or more. */
  minutesPerDay: number;
}

/** A topic is read, or is not any more. */
export interface TopicRead {
  type: 'topic-read';
  topic: string;
  read: boolean;
}

/** A question was answered. */
export interface QuestionGraded {
  type: 'question-graded';
  question: string;
  grade: Grade;
  /** Where it was asked, if not among the cards of the day. */
  origin?: Origin;
}

/** The reader took a grade back. */
export interface GradeUndone {
  type: 'grade-undone';
  question: string;
  /** The id of the `question-graded`. */
  event: string;
}

/** A bookmark, or the end of it. */
export interface BookmarkSet {
  type: 'bookmark-set';
  node: string;
  on: boolean;
}

/** What the reader wrote about a node. */
export interface NoteSet {
  type: 'note-set';
  node: string;
  /** `''` takes the note away. */
  text: string;
  /** The ids of the `note-set` whose words the writer saw; without it, all that were written before. */
  replaces?: string[];
}

/** The plan, or that there is none. */
export interface PlanSet {
  type: 'plan-set';
  plan: PlanRequest | null;
}

/** A self-check. */
export interface ModuleChecked {
  type: 'module-checked';
  module: string;
  /** How much of it was known, 0 to 1. */
  known: number;
}

/** How many cards a day may bring. */
export interface LimitsSet {
  type: 'limits-set';
  newPerDay: number;
  duePerDay: number;
}

/** What happened, without its id and its time. */
export type Payload =
  TopicRead | QuestionGraded | GradeUndone | BookmarkSet | NoteSet | PlanSet | ModuleChecked | LimitsSet;

/**
 * One thing the reader did. The log of these is the only truth: all else is computed from it.
 *
 * `id` is unique in all the world (a UUID), `at` is milliseconds since 1970 (UTC).
 */
export type StudyEvent = Payload & { id: string; at: number };
