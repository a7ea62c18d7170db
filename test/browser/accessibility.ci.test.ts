import { expect, test } from 'vitest';
import { aThird } from '../support/a-third.ts';
import { violations } from './support/axe.ts';
import { setTheme, THEMES } from './support/panel-size.ts';
import { PANEL_STATES, unfoldAll } from './support/panel-states.ts';
import { POPUP_STATES } from './support/popup-states.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

test.each(aThird(Object.entries(PANEL_STATES)))('axe finds nothing in the panel: %s', async (_, open) => {
  const shown = await open(chromium);
  await unfoldAll(shown.panel);
  for (const [index, theme] of THEMES.entries()) {
    await setTheme(shown, theme);
    expect({ theme, found: await violations(shown.panel, index > 0) }).toEqual({ theme, found: [] });
  }
  for (const tab of (await shown.panel.$$('[role=tab]')).slice(1)) {
    await tab.evaluate((element) => element instanceof HTMLElement && element.click());
    await unfoldAll(shown.panel);
    expect(await violations(shown.panel)).toEqual([]);
  }
});

test.each(Object.entries(POPUP_STATES))('axe finds nothing in the popup: %s', async (_, open) => {
  const popup = await open(chromium);
  for (const [index, theme] of THEMES.entries()) {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    expect({ theme, found: await violations(popup, index > 0) }).toEqual({ theme, found: [] });
  }
});
