import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedReport } from '../support/checked-report.ts';
import { type FirefoxExtension, installExtension } from './extension.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';
import { type Firefox, launchFirefox } from './launch-firefox.ts';
import { complaintsOf } from './own-complaints.ts';

const missing = findFirefox() === null;
if (missing) console.log(`The event page in Firefox is not tried. ${NO_FIREFOX}`);

describe.skipIf(missing)('in Firefox', () => {
  let firefox: Firefox;
  let extension: FirefoxExtension;

  beforeAll(async () => {
    firefox = await launchFirefox();
    extension = await installExtension(firefox.marionette);
  });

  afterAll(async () => {
    await firefox?.close();
  });

  test('the event page answers, and neither it nor the manifest makes Firefox complain', async () => {
    const answer = await extension.send({ type: 'exportReport', tabId: 1 });
    expect(checkedReport(answer).browser).toMatch(/Firefox\//);
    expect(await complaintsOf(firefox.marionette, extension)).toEqual([]);
  });

  test('what goes wrong in the extension is among the complaints', async () => {
    await extension.tab.call(async () => {
      setTimeout(() => {
        throw new Error('on purpose');
      });
    });
    await expect
      .poll(() => complaintsOf(firefox.marionette, extension))
      .toEqual([expect.stringContaining('on purpose')]);
  });
});
