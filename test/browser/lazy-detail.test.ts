import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { activeItem } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { store, storedExchanges } from './support/stored-exchanges.ts';

const chromium = shareChromium();

/** Styles of the detail load from now on only when another row's detail has been put in the place of the first one's. */
function loadWhenReplaced(panel: Frame): Promise<void> {
  return panel.evaluate(() => {
    // Effects follow a frame: the code is there before.
    const nextFrame = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => nextFrame((time) => setTimeout(draw, 30, time));
    const { head } = document;
    const append = head.appendChild.bind(head);
    head.appendChild = (node) => {
      if (!(node instanceof HTMLLinkElement) || !node.href.includes('/detail-')) return append(node);
      const first = document.querySelector('.detail');
      const observer = new MutationObserver(() => {
        if (document.querySelector('.detail') === first) return;
        observer.disconnect();
        append(node);
        // Not when they have come: before the browser draws.
        node.dispatchEvent(new Event('load'));
      });
      observer.observe(document.body, { childList: true, subtree: true });
      return node;
    };
  });
}

/** Written as text, since test runners rewrite an `import` that they find in code. */
const IMPORT_DETAIL = `(async () => {
  const [script] = document.querySelectorAll('script[src]');
  const [name] = /detail-[^/"'\`]+\\.js/.exec(await (await fetch(script.src)).text());
  await import(new URL(name, script.src));
})()`;

test('a detail is shown, too, that takes the place of another just when its code is there', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const { panel } = await chromium.openInspected(`${origin}/`);
  await waitForPanelText(panel, ['Nothing seen yet']);
  await loadWhenReplaced(panel);
  await panel.evaluate(IMPORT_DETAIL);
  await store(panel, storedExchanges(20, { tabId: await inspectedTabId(panel), origin }));
  await panel.waitForSelector('.detail[aria-busy=true]');
  const { id } = await activeItem(panel);
  const tree = await panel.waitForSelector('[role=tree]');
  // Past the head of the next group.
  await tree?.press('ArrowDown');
  await tree?.press('ArrowDown');
  await panel.waitForSelector('.detail h1');
  expect((await activeItem(panel)).id).not.toBe(id);
});
