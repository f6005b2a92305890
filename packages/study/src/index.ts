/**
 * What the reader did, and what follows from it. Pure: no clock, no chance, no disk.
 *
 * @module
 */
export type * from './events.ts';
export { mergeEvents, readLog, writeEvent, type ReadLog, type Unreadable } from './log.ts';
export { compareEvents, sortEvents } from './order.ts';
export { applyMark, computeMarks, type Marks } from './marks.ts';
export { writeNote, type Note } from './notes.ts';
export { previewGrade, rememberedAt, type CardState, type Memory, type Review } from './cards.ts';
export { applyEvent, computeState, emptyState, type StateOptions, type StudyState } from './state.ts';
export { packState, SNAPSHOT_VERSION, unpackState, type Snapshot } from './snapshot.ts';
export { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './day.ts';
export { daysUntilNext, dueAt, dueCards, type Session } from './schedule.ts';
export { moduleProgress, type ModuleProgress } from './progress.ts';
export { studyStatistics, type DayCount, type Statistics } from './statistics.ts';
export { makePlan, orderTopics, studyMinutes, type Plan, type PlanDay } from './plan.ts';
export { rankModules } from './role.ts';
export { selfCheckQuestions } from './self-check.ts';
export { splitFollowUps, type FollowUp, type SplitAnswer } from './follow-ups.ts';
export {
  addFollowUps,
  drawMock,
  mockGrade,
  type MockAnswer,
  type MockQuestion,
  type MockRequest,
  type Round,
} from './mock.ts';
export { mockSummary } from './mock-summary.ts';
