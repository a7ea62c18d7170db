import { parseArgs } from 'node:util';
import { CONSENTS, type Consent } from '../../src/override/consent.ts';
import type { StartOverrideBrowser } from './override-browser.ts';
import { startChromiumForOverrides } from './override-chromium.ts';
import { startFirefoxForOverrides } from './override-firefox.ts';
import { runOverrides } from './override-run.ts';

// What overrides let through of many generated calls:
// npm run test:overrides -- --browser firefox --count 3000 --seed 1 --allow none --redirects --latency 30 --batch 10
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    /** The consents that are given; all by default. */
    allow: { type: 'string' },
    /** Only calls with redirects. */
    redirects: { type: 'boolean', default: false },
    /** How long servers take to answer, in ms. */
    latency: { type: 'string', default: '0' },
    /** How many of those that are not as they should be are printed. */
    shown: { type: 'string', default: '30' },
    /** How many calls are sent at once. */
    batch: { type: 'string', default: '300' },
  },
});
const BROWSERS: Readonly<Record<string, { start: StartOverrideBrowser; consents: readonly Consent[] }>> = {
  chromium: { start: startChromiumForOverrides, consents: CONSENTS },
  // Without a debugger nobody answers preflights.
  firefox: {
    start: startFirefoxForOverrides,
    consents: CONSENTS.filter((one) => one !== 'answer-preflight'),
  },
};
const browser = BROWSERS[values.browser];
if (browser === undefined) throw new Error(`--browser is one of ${Object.keys(BROWSERS).join(', ')}.`);
const count = Number(values.count);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const names = values.allow?.split(',');
const allow: readonly Consent[] = browser.consents.filter((consent) => names?.includes(consent) ?? true);

console.log(`${count} cases, seed ${seed}, with consent to ${allow.join(', ') || 'nothing'}`);
const { scores, wrong, seconds } = await runOverrides(seed, count, allow, {
  start: browser.start,
  only: ({ hops }) => !values.redirects || hops.length > 1,
  latency: Number(values.latency),
  batch: Number(values.batch),
});
for (const problem of wrong.slice(0, Number(values.shown))) console.log(problem);
for (const [what, { all, right }] of [...scores].sort()) {
  console.log(`${String(right).padStart(6)} of ${String(all).padStart(6)}  ${what}`);
}
console.log(`${seconds.toFixed(0)} s`);
