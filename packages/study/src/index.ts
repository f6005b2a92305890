/**
 * What the reader did, and what follows from it. Pure: no clock, no chance, no disk.
 *
 * @module
 */
export {
  mergeEvents,
  readLog,
  writeEvent,
  type Grade,
  type Payload,
  type PlanRequest,
  type ReadLog,
  type Role,
  type StudyEvent,
  type Unreadable,
} from './events.ts';
export { compareEvents, sortEvents } from './order.ts';
export { computeMarks, type Marks } from './marks.ts';
export {
  applyEvent,
  computeState,
  emptyState,
  previewGrade,
  rememberedAt,
  type CardState,
  type Memory,
  type Review,
  type StateOptions,
  type StudyState,
} from './state.ts';
export { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './day.ts';
export { daysUntilNext, dueAt, dueCards, type Session } from './schedule.ts';
export { studyStatistics, type DayCount, type Statistics } from './statistics.ts';
export { makePlan, orderTopics, studyMinutes, type Plan, type PlanDay } from './plan.ts';
export { selfCheckQuestions } from './self-check.ts';
export { drawMock, mockSummary, type MockAnswer, type MockRequest, type Round } from './mock.ts';
