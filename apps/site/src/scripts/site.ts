/** What every page runs: small, and each part does nothing on a page that has no use for it. */
import { startAnswers } from './answers.ts';
import { startContents } from './contents.ts';
import { startCopying } from './copy.ts';
import { startFilter } from './filter.ts';
import { startKeys } from './keys.ts';
import { startMarksLater } from './marks-later.ts';
import { startOffline } from './offline.ts';
import { startScrollBoxes } from './scroll-boxes.ts';
import { startSearchButton } from './search-button.ts';
import { startTheme } from './theme.ts';

startTheme();
startKeys();
startSearchButton();
startAnswers();
startCopying();
startFilter();
startScrollBoxes();
startContents();
startMarksLater();
startOffline();
