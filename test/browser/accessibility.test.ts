import { expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { shareChromium } from './support/chromium-per-file.ts';
import { setTheme, THEMES } from './support/panel-size.ts';
import { PANEL_STATES, STATE_HOSTS, unfold } from './support/panel-states.ts';
import { POPUP_STATES } from './support/popup-states.ts';

const chromium = shareChromium({ hosts: STATE_HOSTS });

test.each(Object.entries(PANEL_STATES))('axe finds nothing in the panel: %s', async (_, open) => {
  const shown = await open(chromium);
  await unfold(shown.panel);
  for (const theme of THEMES) {
    await setTheme(shown, theme);
    expect({ theme, found: await violations(shown.panel) }).toEqual({ theme, found: [] });
  }
});

test.each(Object.entries(POPUP_STATES))('axe finds nothing in the popup: %s', async (_, open) => {
  const popup = await open(chromium);
  for (const theme of THEMES) {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    expect({ theme, found: await violations(popup) }).toEqual({ theme, found: [] });
  }
});
