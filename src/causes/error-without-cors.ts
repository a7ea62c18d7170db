import { usedRememberedPreflight } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { LAYER_HEADERS } from './layers.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server answers with an error, and the error has no CORS headers. */
export interface ErrorWithoutCors extends RuleMatch {
  readonly id: 'error-without-cors';
  readonly status: number;
  /** A preflight passed, so CORS is set up. */
  readonly preflighted: boolean;
}

export function findErrorWithoutCors(evidence: Evidence): ErrorWithoutCors | null {
  const { answer, hop, stage } = evidence;
  const failure = stage === 'response' ? failureIn(evidence, 'MissingAllowOriginHeader') : null;
  if (failure === null || answer === null || answer.status < 400) return null;
  const { status } = answer;
  const lines = [`${status}`, ...headerLines(evidence, ...LAYER_HEADERS)];
  const preflighted = hop.preflight !== null || usedRememberedPreflight(hop, evidence.profile);
  return { ...ruleMatch(evidence, failure, lines), id: 'error-without-cors', status, preflighted };
}

export const errorWithoutCors: CauseTexts<ErrorWithoutCors> = {
  label: ({ status }) => sentence('labelResponse', `${status}`),
  headline: ({ status }, { server }) => sentence('headlineResponse', server, `${status}`, ALLOW_ORIGIN),
  happened: ({ preflighted }) => sentence(preflighted ? 'happenedErrorPage' : 'happenedError', ALLOW_ORIGIN),
  advice: ({ status }, { host }) => [
    fix('adviceError', host, `${status}`),
    fix('adviceErrorHeaders', host, ALLOW_ORIGIN),
  ],
};
