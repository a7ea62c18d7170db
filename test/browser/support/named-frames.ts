import type { Frame, Page } from 'puppeteer-core';

/** How long a frame that is loaded may take to answer, in ms, and how often the page is loaded for that. */
const PATIENCE = 5_000;
const ATTEMPTS = 4;

/**
 * The frames of a page, with their names. Of a frame in a process of its own puppeteer sometimes misses that its document
 * is there, and never gets to it: then the page is loaded anew.
 */
export async function namedFrames(page: Page): Promise<readonly { name: string; frame: Frame }[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await page.reload();
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    const named = await Promise.all(frames.map(async (frame) => ({ frame, name: await nameOf(frame) })));
    const answered = named.filter((one): one is { frame: Frame; name: string } => one.name !== null);
    if (answered.length === frames.length) return answered;
  }
  throw new Error(`A frame of ${page.url()} gave no answer.`);
}

/** @returns null where none comes */
function nameOf(frame: Frame): Promise<string | null> {
  const never = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([frame.evaluate(() => window.name).catch(() => null), never]);
}
