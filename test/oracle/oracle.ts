import { parseArgs } from 'node:util';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import type { StartOracleBrowser } from './oracle-browser.ts';
import { runOracle } from './oracle-run.ts';

// Compares what is reported with the browser on many generated cases:
// npm run test:oracle -- --browser firefox --count 5000 --seed 1
const BROWSERS: Readonly<Record<string, StartOracleBrowser>> = {
  chromium: startChromium,
  firefox: startFirefox,
};
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    count: { type: 'string' },
    seed: { type: 'string' },
  },
});
const start = BROWSERS[values.browser];
if (start === undefined) throw new Error(`--browser is one of ${Object.keys(BROWSERS).join(', ')}.`);
const count = Number(values.count ?? 1000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

console.log(`${count} cases, seed ${seed}`);
const result = await runOracle(start, seed, count);
console.log(result.browser);
for (const [what, times] of [...result.coverage].sort()) console.log(`${String(times).padStart(6)}  ${what}`);
for (const problem of result.wrong.slice(0, 20)) console.error(problem);
const { judged, refused, unique, determined, wrong, seconds } = result;
const share = (part: number) => `${((100 * part) / refused).toFixed(2)}%`;
console.log(
  `${refused} blocked. What happened leaves one error only for ${share(determined)}; the report names one only for ${share(unique)}.`,
);
console.log(`${(count / seconds).toFixed(1)} cases per second.`);
console.log(
  `${judged} judged, those with a mended server included: ${(judged / seconds).toFixed(1)} per second.`,
);
console.log(`${wrong.length} wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
