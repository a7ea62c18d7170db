import { usedRememberedPreflight } from '../cors/index.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { LAYER_HEADERS, SELF_TOLD_HEADERS } from './layers.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The preflight passed, and the response has no `Access-Control-Allow-Origin`: something else answered the call. */
export interface ResponseWithoutCors extends RuleMatch {
  readonly id: 'response-without-cors';
  readonly status: number;
}

export function findResponseWithoutCors(evidence: Evidence): ResponseWithoutCors | null {
  const { answer, hop, stage } = evidence;
  const failure = stage === 'response' ? failureIn(evidence, 'MissingAllowOriginHeader') : null;
  const preflighted = hop.preflight !== null || usedRememberedPreflight(hop, evidence.profile);
  if (failure === null || answer === null || !preflighted) return null;
  const { status } = answer;
  const lines = [
    `${status}`,
    ...headerLines(evidence, 'Content-Type', ...SELF_TOLD_HEADERS, ...LAYER_HEADERS),
  ];
  return { ...ruleMatch(evidence, failure, lines), id: 'response-without-cors', status };
}
