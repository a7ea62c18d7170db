import { expect, test } from 'vitest';
import { buildDemoPage } from '../demo/build-page.ts';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import type { FirefoxPanel } from './panel.ts';
import { press, shownCause, shownDetail, waitForDetail } from './panel-view.ts';
import { startFirefoxStage } from './stage.ts';

const firefox = startFirefoxStage();

/** What Firefox tells extensions nothing of: neither webRequest nor DevTools names a reason. */
const UNTOLD: ReadonlySet<string> = new Set(['orb', 'corp', 'frame', 'policy', 'integrity']);

/** What is another failure in Firefox, or is told otherwise. */
const OTHERWISE: ReadonlyMap<string, Pick<(typeof EXHIBITS)[number], 'cause' | 'headline'>> = new Map([
  // Firefox asks the server again.
  ['own-cache', { cause: 'not-configured', headline: ["doesn't allow the origin"] }],
  // Firefox tells the status of the answer.
  ['websocket', { cause: 'websocket-handshake', headline: ['answered the WebSocket handshake with 403'] }],
]);

/** What DevTools alone tells of. On a busy machine Firefox's own list lacks such a request now and then. */
const BY_DEVTOOLS: ReadonlySet<string> = new Set(['opaque', 'websocket']);

test('of each exhibit the panel says why it failed', async () => {
  const { origins } = await firefox.started(startExhibitServers());
  const { origin } = await firefox.started(startGalleryPage(await buildDemoPage(), origins));
  const { page, panel } = await firefox.openInspected(`${origin}/`);
  await press(panel, 'Hide passed');
  const call = (id: string) =>
    page.call(async (wanted) => {
      document.querySelector<HTMLElement>(`#${wanted} button`)?.click();
    }, id);
  for (const exhibit of EXHIBITS.filter(({ id }) => !UNTOLD.has(id))) {
    const { id } = exhibit;
    const { cause, headline } = OTHERWISE.get(id) ?? exhibit;
    await call(id);
    const tries = BY_DEVTOOLS.has(id) ? 3 : 1;
    for (let n = 1; n < tries && !(await isShown(panel)); n++) await call(id);
    await waitForDetail(panel, headline);
    expect({ id, cause: await shownCause(panel) }).toEqual({ id, cause });
    await press(panel, 'Clear');
    await expect.poll(() => shownDetail(panel)).toBe('');
  }
  for (const id of UNTOLD) await call(id);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await shownDetail(panel)).toBe('');
}, 120_000);

/** Waits for a row, and for its detail. @returns false where there is none after a while */
async function isShown(panel: FirefoxPanel): Promise<boolean> {
  return await expect
    .poll(() => shownDetail(panel), { timeout: 6_000 })
    .not.toBe('')
    .then(
      () => true,
      () => false,
    );
}
