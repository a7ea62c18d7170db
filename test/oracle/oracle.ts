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
const { judged, refused, unique, wrong, seconds } = result;
console.log(`${refused} refused; one error only named for ${((100 * unique) / refused).toFixed(2)}%.`);
console.log(
  `${judged} judged, those with a mended server included: ${(judged / seconds).toFixed(0)} per second.`,
);
console.log(`${wrong.length} wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
