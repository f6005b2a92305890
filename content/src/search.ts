import { openSearch, type GuideSearch } from '@mlguide/core';

import index from './search.json' with { type: 'json' };

/** The search over this guide. A module of its own, as neither index nor engine is needed by who does not search. */
export const search: GuideSearch = openSearch(JSON.stringify(index));
