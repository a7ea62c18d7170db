import { isError } from './cors-error-name.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { type OriginMistake, originMistake } from './origin-mistake.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows a value that isn't a serialized origin, so it matches none. */
export interface MalformedOrigin extends RuleMatch {
  readonly id: 'malformed-origin';
  readonly value: string;
  readonly mistake: OriginMistake;
}

export function findMalformedOrigin(evidence: Evidence): MalformedOrigin | null {
  const failure = failureIn(
    evidence,
    'InvalidAllowOriginValue',
    'AllowOriginMismatch',
    'MultipleAllowOriginValues',
  );
  if (failure === null) return null;
  const value = failure.parameter ?? '';
  const mistake = originMistake(value) ?? (isError(failure, ['AllowOriginMismatch']) ? null : 'no-origin');
  if (mistake === null) return null;
  const match = ruleMatch(evidence, failure, headerLines(evidence, ALLOW_ORIGIN));
  return { ...match, id: 'malformed-origin', value, mistake };
}
