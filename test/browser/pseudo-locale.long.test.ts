import type { Frame, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { pseudoText } from '../support/pseudo-locale.ts';
import { click } from './harness/click.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { callAll, startCallingPage } from './support/calling-page.ts';
import { pseudoLocalized } from './support/contexts/extension-folders.ts';
import { overflowing } from './support/overflow.ts';
import { resizePanel, WIDTHS } from './support/panel-size.ts';
import { unfoldAll } from './support/panel-states.ts';
import { proseOf } from './support/prose.ts';
import { ownChromium } from './support/shared-chromium.ts';

const extension = pseudoLocalized();
const chromium = ownChromium({ extension: extension.path });
afterAll(() => extension.close());

/**
 * Texts that come from no message: the pseudo-language has no ASCII letters. A value in the middle of a message is none of
 * them, nor is a word with other signs in it, such as a URL or a file.
 */
async function hardCoded(shown: Frame | Page): Promise<string[]> {
  const texts = await proseOf(shown);
  return texts.filter((text) =>
    /(?:^|\s)[A-Za-z]{2,}(?=[\s,.:;!?…]*(?:\s|$))/.test(text.replaceAll(/⟦[^⟧]*⟧/g, '')),
  );
}

/** One of each kind: headers, a server's own answer, a redirect, another client's fault, no CORS at all. */
const KINDS = EXHIBITS.filter(({ id }) =>
  ['header', 'no-options', 'login', 'redirect', 'response-header', 'not-running'].includes(id),
);

describe('in a language that nobody speaks', () => {
  test('no word of the panel is English, and nothing is wider than the window', async () => {
    const { origins } = await chromium.started(startExhibitServers());
    const { origin } = await chromium.started(startCallingPage());
    const shown = await chromium.openInspected(`${origin}/`);
    const { page, panel } = shown;
    await waitForPanelText(panel, ['⟦']);
    expect(await hardCoded(panel)).toEqual([]);
    for (const { id, call, cause } of KINDS) {
      await callAll(page, [{ ...call, url: `${origins[id]}${call.path}` }]);
      await panel.waitForSelector(`section.detail[data-cause="${cause}"]`);
      await unfoldAll(panel);
      expect({ id, hardCoded: await hardCoded(panel) }).toEqual({ id, hardCoded: [] });
      for (const width of WIDTHS) {
        await resizePanel(shown, width, 800);
        expect({ id, width, found: await overflowing(panel) }).toEqual({ id, width, found: [] });
      }
      // The first button clears the list.
      await click(panel, '.toolbar button');
      await panel.waitForFunction(() => document.querySelector('section.detail') === null, {
        timeout: 5_000,
      });
    }
  }, 60_000);

  test('the popup has no English word', async () => {
    const { origin } = await chromium.started(startCallingPage());
    const { page } = await chromium.openInspected(`${origin}/`);
    const popup = await openPopup(chromium.browser, chromium.extensionId, page);
    await waitForPanelText(popup, ['⟦']);
    expect(await hardCoded(popup)).toEqual([]);
  });
});

test('a text in it shows what was put together, and what is cut', () => {
  expect(pseudoText('Block $HOST$')).toMatch(/^⟦Ɓłóçķ \$HOST\$·+⟧$/);
});
