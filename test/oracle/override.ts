import { parseArgs } from 'node:util';
import { CONSENTS, type Consent } from '../../src/override/index.ts';
import { runOverrides } from './override-run.ts';

// What overrides let through of many generated calls: npm run test:overrides -- --count 3000 --seed 1 --allow none [--redirects]
const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    allow: { type: 'string' },
    redirects: { type: 'boolean' },
  },
});
const count = Number(values.count ?? 1000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const names = values.allow?.split(',');
const allow: readonly Consent[] = CONSENTS.filter((consent) => names?.includes(consent) ?? true);

console.log(`${count} cases, seed ${seed}, with consent to ${allow.join(', ') || 'nothing'}`);
const { scores, wrong, seconds } = await runOverrides(
  seed,
  count,
  allow,
  ({ hops }) => !values.redirects || hops.length > 1,
);
for (const problem of wrong.slice(0, 30)) console.log(problem);
for (const [what, { all, right }] of [...scores].sort()) {
  console.log(`${String(right).padStart(6)} of ${String(all).padStart(6)}  ${what}`);
}
console.log(`${seconds.toFixed(0)} s`);
