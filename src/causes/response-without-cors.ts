import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The preflight passed, and the response has no CORS headers. */
export interface ResponseWithoutCors extends RuleMatch {
  readonly id: 'response-without-cors';
  readonly status: number;
}

export function findResponseWithoutCors(evidence: Evidence): ResponseWithoutCors | null {
  const { answer, hop, stage } = evidence;
  const failure = stage === 'response' ? failureIn(evidence, 'MissingAllowOriginHeader') : null;
  if (failure === null || answer === null || hop.preflight === null) return null;
  const { status } = answer;
  return { ...ruleMatch(evidence, failure, [`${status}`]), id: 'response-without-cors', status };
}

export const responseWithoutCors: CauseTexts<ResponseWithoutCors> = {
  label: ({ status }) => sentence('labelResponse', `${status}`),
  headline: ({ status }, { server }) =>
    sentence('headlineResponseWithout', server, `${status}`, ALLOW_ORIGIN),
  happened: () => sentence('happenedResponse', ALLOW_ORIGIN),
  advice: (_, { host }) => [fix('adviceResponse', host, ALLOW_ORIGIN)],
};
