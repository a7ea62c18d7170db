import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firefoxMessages } from '../../scripts/firefox-messages.ts';

test.each(['en', 'zh_CN'])(
  'the messages (%s) name Firefox where they speak of the browser at hand',
  (language) => {
    const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8'));
    const ofFirefox = firefoxMessages(messages);
    expect(ofFirefox.stepStopped?.message).toContain('Firefox');
    const speakOfChrome = Object.entries(ofFirefox).filter(([, { message }]) => message.includes('Chrome'));
    // Each of these says what Chrome does, beside other browsers.
    expect(speakOfChrome.map(([key]) => key).sort()).toEqual([
      'adviceEmbeddedCredentialless',
      'costShortMaxAge',
      'costUnremembered',
      'fileStart',
      'warnAuthorization',
      'warnMaxAge',
    ]);
  },
);
