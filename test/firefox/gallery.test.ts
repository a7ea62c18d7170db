import { expect, test } from 'vitest';
import { buildDemoPage } from '../demo/build-page.ts';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { press, shownCause, waitForDetail } from './panel-view.ts';
import { startFirefoxStage } from './stage.ts';

const firefox = startFirefoxStage();

test('of each exhibit the panel says why it failed', async () => {
  const { origins } = await firefox.started(startExhibitServers());
  const { origin } = await firefox.started(startGalleryPage(await buildDemoPage(), origins));
  const { page, panel } = await firefox.openInspected(`${origin}/`);
  await press(panel, 'Hide passed');
  for (const { id, cause, headline } of EXHIBITS) {
    await page.call(async (wanted) => {
      document.querySelector<HTMLElement>(`#${wanted} button`)?.click();
    }, id);
    try {
      await waitForDetail(panel, headline, 4000);
      if ((await shownCause(panel)) !== cause) console.log(id, cause, await shownCause(panel));
    } catch (e) {
      console.log(id, cause, await shownCause(panel), String(e).slice(0, 400));
    }
    await press(panel, 'Clear').catch(() => console.log('no clear'));
    await new Promise((r) => setTimeout(r, 300));
  }
}, 300_000);
