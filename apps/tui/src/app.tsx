import { Box } from 'ink';
import { useSyncExternalStore, type ReactNode } from 'react';

import { Pane } from './components/pane.tsx';
import type { Store } from './store.ts';
import type { Theme } from './theme.ts';
import { drawFrame, frameLines } from './view/frame.ts';

/** The whole screen. Keys do not come through here: `terminal.ts` reads them, so that none is lost before React is there. */
export function App({ store, theme }: { store: Store; theme: Theme }): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  // Too small for bars and panes: whatever fits, as long as it is no more than the screen.
  if (state.rows < 3) return <Pane lines={frameLines(state)} theme={theme} />;
  const { top, panes, bottom } = drawFrame(state);
  return (
    <Box flexDirection="column" width={state.columns} height={state.rows}>
      <Pane lines={[top]} theme={theme} />
      <Box>
        {panes.map((pane) => (
          <Pane key={pane.name} lines={pane.lines} theme={theme} />
        ))}
      </Box>
      <Pane lines={[bottom]} theme={theme} />
    </Box>
  );
}
