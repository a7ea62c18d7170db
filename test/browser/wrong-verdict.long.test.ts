import { afterAll, describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import type { Stage } from './harness/stage.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { clipboardText } from './support/clipboard.ts';
import { withHomepage } from './support/contexts/extension-folders.ts';
import { keyboardIn } from './support/keyboard.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium, shareChromium } from './support/shared-chromium.ts';

const REPOSITORY = 'https://github.com/somebody/preflight-inspector';
const LINK = '::-p-aria(Wrong verdict?[role="button"])';

/** A panel with a call that was blocked. @param path of its URL */
async function start(stage: Stage, path = '/v1?token=s3cret') {
  const api = await stage.started(startRawServer(() => httpAnswer(204, [['X-Powered-By', 'Express']])));
  const { origin } = await stage.started(startBlankPage());
  const shown = await stage.openInspected(`${origin}/`);
  await verdictsOn(shown.page, [{ url: `${api.origin}${path}`, headers: { 'x-one': 's3cret' } }]);
  await waitForDetail(shown.panel, ['Express']);
  return { ...shown, api };
}

describe('where the manifest names no repository', () => {
  const chromium = shareChromium();

  test('the issue is shown whole, and copied', async () => {
    const { panel, api } = await start(chromium);
    await click(panel, LINK);
    await waitForPanelText(panel, [
      'Report a wrong verdict',
      'none of it has left',
      `${api.origin}/v1?token=…`,
    ]);
    await waitForPanelText(panel, ['No address for reports is set']);
    expect(await panel.$('dialog a')).toBeNull();
    const shown = await panel.$eval('dialog pre', ({ textContent }) => textContent);
    expect(shown).toContain('### What you expected');
    expect(shown).toContain('{"format":"preflight-inspector/report","version":2');
    expect(shown).not.toContain('s3cret');
    expect(await violations(panel)).toEqual([]);
    await click(panel, 'dialog button::-p-text(Copy)');
    await waitForPanelText(panel, ['Copied']);
    expect(await clipboardText(chromium)).toBe(shown);
  });

  test('by keyboard: the text has the focus, Escape gives it back to the link', async () => {
    const shown = await start(chromium);
    const { panel } = shown;
    const keyboard = await keyboardIn(shown);
    await keyboard.tabTo('button', 'Wrong verdict?');
    await keyboard.press('Enter');
    await panel.waitForSelector('dialog[open]');
    expect((await keyboard.focused()).name).toBe('The issue');
    await keyboard.tabTo('button', 'Copy');
    await keyboard.press('Escape');
    await panel.waitForFunction(() => document.querySelector('dialog') === null, { polling: 20 });
    expect((await keyboard.focused()).name).toBe('Wrong verdict?');
  });
});

describe('where it names one on GitHub', () => {
  const extension = withHomepage(REPOSITORY);
  const chromium = ownChromium({ extension: extension.path });
  afterAll(() => extension.close());

  test('the form is a link, whose address has just what is shown', async () => {
    const { panel } = await start(chromium);
    await click(panel, LINK);
    await waitForPanelText(panel, ['Open the issue form', 'takes it to github.com']);
    const { href, target } = await panel.$eval('dialog a', (link) => ({
      href: link.href,
      target: link.target,
    }));
    const shown = await panel.$eval('dialog pre', ({ textContent }) => textContent ?? '');
    const { origin, pathname, searchParams } = new URL(href);
    expect(`${origin}${pathname}`).toBe(`${REPOSITORY}/issues/new`);
    expect(target).toBe('_blank');
    const { template, ...fields } = Object.fromEntries(searchParams);
    expect(template).toBe('wrong-verdict.yml');
    for (const value of Object.values(fields)) expect(shown).toContain(value);
    expect(href).not.toContain('s3cret');
    expect(await violations(panel)).toEqual([]);
  });

  test('what is too long for an address is said, and copied as the form is opened', async () => {
    const { panel } = await start(chromium, `/${'a'.repeat(7_000)}`);
    await click(panel, LINK);
    await waitForPanelText(panel, ['8000 characters']);
    const href = await panel.$eval('dialog a', (link) => link.href);
    expect(href.length).toBeLessThanOrEqual(8_000);
    const shown = await panel.$eval('dialog pre', ({ textContent }) => textContent);
    // Nobody goes to GitHub in a test.
    await panel.$eval('dialog a', (link) =>
      link.addEventListener('click', (event) => event.preventDefault()),
    );
    await click(panel, 'dialog a');
    const copied = await clipboardText(chromium);
    expect(copied === shown).toBe(true);
  });
});
