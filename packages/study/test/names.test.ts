import { expect, test } from 'vitest';

import * as file from '../src/file.ts';
import * as study from '../src/index.ts';
import * as marks from '../src/marks.ts';

/* A name that goes, or changes, breaks those who use it: whoever changes these lists changes the version. */
test('the public names', () => {
  expect(Object.keys(study).toSorted()).toEqual([
    'SNAPSHOT_VERSION',
    'addDays',
    'addFollowUps',
    'applyEvent',
    'applyMark',
    'compareEvents',
    'computeMarks',
    'computeState',
    'dayOf',
    'daysBetween',
    'daysUntilNext',
    'drawMock',
    'dueAt',
    'dueCards',
    'emptyState',
    'makePlan',
    'mergeEvents',
    'mockGrade',
    'mockSummary',
    'moduleProgress',
    'orderTopics',
    'packState',
    'previewGrade',
    'rankModules',
    'readLog',
    'rememberedAt',
    'selfCheckQuestions',
    'sortEvents',
    'splitFollowUps',
    'startOfDay',
    'studyMinutes',
    'studyStatistics',
    'unpackState',
    'writeEvent',
    'writeNote',
  ]);
  expect(Object.keys(file).toSorted()).toEqual([
    'StudyFile',
    'StudyFileError',
    'appendToStudyFile',
    'readStudyFile',
    'studyFilePath',
  ]);
  expect(Object.keys(marks).toSorted()).toEqual([
    'MARK_TYPES',
    'applyMark',
    'computeMarks',
    'emptyMarks',
    'isLater',
    'isMark',
    'writeNote',
  ]);
});
