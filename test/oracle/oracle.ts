import { parseArgs } from 'node:util';
import { runOracle } from './oracle-run.ts';

// Compares the extension with the browser on many generated cases: npm run test:oracle -- --count 5000 --seed 1
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 1000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

console.log(`${count} cases, seed ${seed}`);
const result = await runOracle(seed, count);
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
