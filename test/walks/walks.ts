import { parseArgs } from 'node:util';
import { generateWalk } from './generate.ts';
import { VIOLATION_KINDS } from './judge.ts';
import { describeFailure, Pair } from './play.ts';
import { shrink } from './shrink.ts';

// Plays random walks of a tab, with the extension and without it, and says where they differ:
// npm run test:walks -- --count 300 --seed 1 --build no-debugger --shrink
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    /** Of the first walk; each next one has the next. */
    seed: { type: 'string' },
    /** `no-debugger` for the build without it. */
    build: { type: 'string', default: 'debugger' },
    /** Kinds of violations that are none, with commas between. */
    ignore: { type: 'string', default: '' },
    /** Whether failed walks are tried again with ever fewer steps. */
    shrink: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const build = values.build === 'no-debugger' ? 'chrome-no-debugger' : 'chrome';

const ignored = VIOLATION_KINDS.filter((kind) => values.ignore.split(',').includes(kind));

console.log(`${count} walks from seed ${seed} on, in dist/${build}`);
const pair = await Pair.start(build);
const totals = { failed: 0, compared: 0, letThrough: 0, seconds: 0 };
try {
  for (let walk = seed; walk < seed + count; walk++) {
    const result = await pair.play(generateWalk(walk), ignored);
    totals.compared += result.compared;
    totals.letThrough += result.letThrough;
    totals.seconds += result.seconds;
    if (result.failure === null) continue;
    totals.failed++;
    console.log(`\n${describeFailure(values.shrink ? await shrink(pair, result, ignored) : result)}`);
  }
} finally {
  await pair.close();
}
const { failed, compared, letThrough, seconds } = totals;
console.log(
  `${failed} of ${count} walks failed; ${compared} calls compared, ${letThrough} of the override's own let through; ${(seconds / count).toFixed(1)} s a walk.`,
);
process.exitCode = failed === 0 ? 0 : 1;
