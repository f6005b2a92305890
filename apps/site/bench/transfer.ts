/** What a reader downloads who opens one page for the first time. */
import type { Browser } from 'playwright-core';

/** Bytes as they came over the network, heads of the answers included. */
export interface Transfer {
  total: number;
  requests: number;
  /** Bytes by what they are: `Document`, `Stylesheet`, `Script`, `Font`, `Image` … */
  byType: Record<string, number>;
}

/**
 * Opens a page with nothing in the cache, scrolls to its end, and adds up what came. A service worker is kept out:
 * what it fetches later is for other pages.
 */
export async function transferOf(browser: Browser, url: string): Promise<Transfer> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const types = new Map<string, string>();
  const transfer: Transfer = { total: 0, requests: 0, byType: {} };
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    transfer.requests++;
    transfer.total += encodedDataLength;
    transfer.byType[type] = (transfer.byType[type] ?? 0) + encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  await context.close();
  return transfer;
}
