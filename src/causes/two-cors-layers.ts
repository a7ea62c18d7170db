import { getHeader } from '../cors/index.ts';
import { type Recognition, STACKS, whoAnswered } from '../stacks/index.ts';
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, header, headerLines } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/**
 * Two layers of the server add the same header: both to one answer, or one to the preflight's and one to the call's.
 */
export interface TwoCorsLayers extends RuleMatch {
  readonly id: 'two-cors-layers';
  /** The header's name. */
  readonly header: string;
  readonly value: string;
  /** The value on the preflight's answer if the two answers disagree, else null. */
  readonly preflight: string | null;
  /** Whether a layer in front of the application is known to have answered or forwarded the answer. */
  readonly behindProxy: boolean;
}

export function findTwoCorsLayers(evidence: Evidence): TwoCorsLayers | null {
  return (
    findTwice(evidence, ALLOW_ORIGIN) ?? findTwice(evidence, ALLOW_CREDENTIALS) ?? findDisagreement(evidence)
  );
}

/** Two layers add the header to one answer. */
function findTwice(evidence: Evidence, name: string): TwoCorsLayers | null {
  const failure = failureIn(evidence, 'MultipleAllowOriginValues', 'InvalidAllowCredentials');
  const value = header(evidence, name);
  if (failure === null || value === null) return null;
  const lines = headerLines(evidence, name);
  const elements = value.split(',').map((element) => element.trim());
  const twice = elements.length > 1 && new Set(elements).size < elements.length;
  const withWildcard = elements.length > 1 && elements.includes('*');
  if (lines.length < 2 && !twice && !withWildcard) return null;
  return {
    ...ruleMatch(evidence, failure, lines),
    id: 'two-cors-layers',
    header: name,
    value,
    preflight: null,
    behindProxy: isBehindProxy(evidence),
  };
}

/** One layer answers the preflight, another one the call, with different values. */
function findDisagreement(evidence: Evidence): TwoCorsLayers | null {
  const { hop, stage } = evidence;
  if (stage !== 'response' || hop.preflight === null || hop.preflight.response === null) return null;
  const failure = failureIn(evidence, 'AllowOriginMismatch', 'WildcardOriginNotAllowed');
  const value = header(evidence, ALLOW_ORIGIN);
  const preflight = getHeader(hop.preflight.response.headerList, ALLOW_ORIGIN);
  if (failure === null || value === null || preflight === null || preflight === value) return null;
  const match = ruleMatch(evidence, failure, [`${ALLOW_ORIGIN}: ${value}`]);
  const behindProxy = isBehindProxy(evidence);
  return { ...match, id: 'two-cors-layers', header: ALLOW_ORIGIN, value, preflight, behindProxy };
}

function isBehindProxy(evidence: Evidence): boolean {
  const inFront = ({ stack }: Recognition) => STACKS[stack].layer !== 'application';
  return header(evidence, 'Via') !== null || whoAnswered(evidence.exchange).some(inFront);
}
