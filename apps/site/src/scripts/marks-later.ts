/**
 * Loads what shows and makes marks as soon as there is a reason: this browser keeps what the reader did, another tab
 * begins to, or somebody makes the first mark. Most who open a page for the first time never need it.
 */
export function startMarksLater(): void {
  if (!document.querySelector('[data-topic], [data-note]')) return;
  let loaded = false;
  const load = async () => {
    await import('./marks.ts');
    loaded = true;
  };
  const loadIfKept = async () => {
    // Where a browser does not say which databases there are, there may be ours.
    const databases = await globalThis.indexedDB?.databases?.().catch(() => undefined);
    if (databases === undefined || databases.some(({ name }) => name === import.meta.env.MLGUIDE_DATABASE))
      await load();
  };

  for (const bar of document.querySelectorAll('.study-marks')) {
    bar.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!loaded && button) void load().then(() => button.click());
    });
  }
  for (const note of document.querySelectorAll('.study-note')) note.addEventListener('toggle', () => void load());
  if ('BroadcastChannel' in globalThis)
    new BroadcastChannel(import.meta.env.MLGUIDE_DATABASE).addEventListener('message', () => void load());
  // Who marks has touched the page or a key before: what a slow network takes to load is there when the button is pressed.
  for (const type of ['pointerdown', 'keydown'])
    addEventListener(type, () => void load(), { once: true, passive: true });
  addEventListener('pageshow', ({ persisted }) => void (persisted && loadIfKept()));
  void loadIfKept();
}
