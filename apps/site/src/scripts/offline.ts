/** How long a page is left alone before the guide is kept for later. */
const calm = 4000;

/** Keeps the guide on this device, for the time when there is no network; not where a reader saves data. */
export function startOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  addEventListener('load', () => {
    void navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).then(
      () => {
        const { connection } = navigator as { connection?: { saveData?: boolean } };
        if (connection?.saveData) return;
        setTimeout(() => void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('refresh')), calm);
      },
      () => undefined, // A private window may forbid it; the site works all the same.
    );
  });
}
