import type { OracleCase } from './oracle-case.ts';
import type { Truth } from './truth.ts';

/** Counts a case by the browser's verdict, by its redirects' shape, and by each value that it has. */
export function cover(coverage: Map<string, number>, oracleCase: OracleCase, truth: Truth): void {
  const count = (what: string) => coverage.set(what, (coverage.get(what) ?? 0) + 1);
  count(`verdict ${truth.corsError ?? (truth.ok ? 'passed' : truth.errorText)}`);
  count(`redirect ${redirectShape(oracleCase)}`);
  for (const { preflight, response } of oracleCase.hops) {
    for (const [name, value] of [...preflight.headers, ...response.headers]) count(`${name}: ${value}`);
  }
  count(`method ${oracleCase.method}`);
  count(`credentials ${oracleCase.credentials}`);
  count(`headers ${Object.keys(oracleCase.headers).join(',')}`);
}

/** What kind of redirects a case has, as the CORS protocol tells them apart. */
function redirectShape({ hops }: OracleCase): string {
  if (hops.length === 1) return 'none';
  const refused = hops.find(({ location }) => location !== null && location !== 'plain');
  if (refused !== undefined) return `to ${refused.location}`;
  const [first, second] = hops;
  if (hops.length > 2) return 'twice';
  if (first?.target === 'page') return 'from the own origin to another';
  if (second?.target === 'page') return 'from another origin to the own';
  return first?.target === second?.target ? 'within another origin' : 'from another origin to a third';
}
