import { expect, test } from 'vitest';
import { browserQuestions } from './browser-questions.ts';

test.each([
  "if (location.protocol === 'moz-extension:') return;",
  "if (location.protocol === 'chrome-extension:') return;",
  "const isFirefox = navigator.userAgent.includes('Firefox');",
  'const isGecko = /Gecko\\/\\d/.test(navigator.userAgent);',
  "if (profile.name === 'Firefox') return null;",
  'if (isFirefox) return null;',
  'switch (firefox) {',
  "case 'firefox':",
  'const words = profile === FIREFOX ? mozilla : google;',
  'return isFirefox ? null : words;',
  'return FIREFOX === profile;',
  'const info = await browser.runtime.getBrowserInfo();',
])('%s asks which browser it is', (line) => {
  expect(browserQuestions(`const a = 1;\n  ${line}\n`)).toEqual([line]);
});

test.each([
  "const BROWSERS: readonly string[] = [DEVTOOLS, 'Firefox', 'WebKit Web Inspector'];",
  "  ['Firefox', /\\bFirefox\\/(\\d+)/],",
  'return toReport(navigator.userAgent, exchanges, state.profile);',
  "if (userAgent.includes('Windows')) return 'Windows';",
  'return /^(?:https?|data|chrome-extension):/.test(redirectUrl);',
  "import { FIREFOX } from '../cors/index.ts';",
])('%s does not', (line) => {
  expect(browserQuestions(line)).toEqual([]);
});
