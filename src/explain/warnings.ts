import { currentHop, type Diagnosis, type Exchange, hostOf, originOf } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import { allowedOrigins } from './warnings/allowed-origin.ts';
import { authorizationUnderWildcard } from './warnings/authorization-under-wildcard.ts';
import { longMaxAge } from './warnings/long-max-age.ts';
import { nullAllowed } from './warnings/null-allowed.ts';
import { originMatchedInPart } from './warnings/origin-matched-in-part.ts';
import { reflectsOrigins } from './warnings/reflects-origins.ts';
import { unreadableMaxAge } from './warnings/unreadable-max-age.ts';
import { varyMissing } from './warnings/vary-missing.ts';

/** Every check, in the order in which their warnings are shown. */
const CHECKS = [
  reflectsOrigins,
  nullAllowed,
  originMatchedInPart,
  varyMissing,
  longMaxAge,
  unreadableMaxAge,
  authorizationUnderWildcard,
] as const;

/** The name of something that works now, and is dangerous or will stop working. */
export type WarningId = (typeof CHECKS)[number]['id'];

export interface Warning {
  readonly id: WarningId;
  /** The observation, its risk, and what to do. */
  readonly sentence: Sentence;
}

/**
 * Warns of what is dangerous about the answers of an exchange that passed. Only what was seen counts: one allowed origin
 * doesn't tell how the server chose it, since it may be constant or on a list. So checks of that choice compare
 * exchanges of the same server with other origins.
 * @param others the tab's other exchanges, of all its pages
 */
export function warningsOn(
  exchange: Exchange,
  { outcome, failures }: Diagnosis,
  others: readonly Exchange[],
): readonly Warning[] {
  if (outcome !== 'allowed' || failures.length > 0) return [];
  const target = originOf(currentHop(exchange).url);
  const own = allowedOrigins(exchange, target);
  const all = [...own, ...others.flatMap((other) => allowedOrigins(other, target))];
  const passed = { exchange, host: hostOf(target), own, all };
  return CHECKS.flatMap(({ id, find }) => {
    const sentence = find(passed);
    return sentence === null ? [] : [{ id, sentence }];
  });
}
