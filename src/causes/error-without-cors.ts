import { usedRememberedPreflight } from '../cors/index.ts';
import { type Evidence, failureIn, hasCorsHeaders, header, headerLines } from './evidence.ts';
import { LAYER_HEADERS, SELF_TOLD_HEADERS } from './layers.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';
import type { Seen } from './seen-answers.ts';

/** The server answers with an error, and the error has no CORS headers. */
export interface ErrorWithoutCors extends RuleMatch {
  readonly id: 'error-without-cors';
  readonly status: number;
  /** What names the error: its status, or of an error with the status of a success the code in a header. */
  readonly code: string;
  /** A preflight passed, so CORS is set up. */
  readonly preflighted: boolean;
  /** Which other answers of the server allow the origin. If there are any, CORS is set up. */
  readonly allowed: Seen['allowed'];
}

/** Headers that tell more about an error than its status does. */
export const TELLING_HEADERS = [
  'Allow',
  'Retry-After',
  'WWW-Authenticate',
  'Content-Type',
  'grpc-status',
  ...SELF_TOLD_HEADERS,
];

export function findErrorWithoutCors(evidence: Evidence): ErrorWithoutCors | null {
  const { answer, hop, stage, seen } = evidence;
  const failure = stage === 'response' ? failureIn(evidence, 'MissingAllowOriginHeader') : null;
  if (failure === null || answer === null) return null;
  const { status } = answer;
  const preflighted = hop.preflight !== null || usedRememberedPreflight(hop, evidence.profile);
  // After a preflight that passed, what answered in place of the code behind it has a cause of its own.
  const code = status >= 400 ? `${status}` : preflighted ? null : codeInHeader(evidence);
  if (code === null) return null;
  const lines = [`${status}`, ...headerLines(evidence, ...TELLING_HEADERS, ...LAYER_HEADERS)];
  const match = ruleMatch(evidence, failure, lines);
  return { ...match, id: 'error-without-cors', status, code, preflighted, allowed: seen.allowed };
}

/** Some tell their errors in a header, with the status of a success; null where none does. */
function codeInHeader(evidence: Evidence): string | null {
  const grpc = header(evidence, 'grpc-status');
  return (
    header(evidence, 'ngrok-error-code') ?? (grpc === null || grpc === '0' ? null : `grpc-status: ${grpc}`)
  );
}

/**
 * The statuses of a preflight's answer if the URL or the server is at fault, rather than the code that answers OPTIONS.
 */
const URL_ERROR_STATUSES = [404, 410, 429];

/** The preflight gets the same error as a call to the same URL without a preflight: they are one fault, not two. */
export function findErrorOfUrl(evidence: Evidence): ErrorWithoutCors | null {
  const { answer, stage, seen } = evidence;
  const failure = stage === 'preflight' ? failureIn(evidence, 'MissingAllowOriginHeader') : null;
  if (failure === null || answer === null || hasCorsHeaders(evidence)) return null;
  const { status } = answer;
  const isShared = seen.statuses.includes(status) && (URL_ERROR_STATUSES.includes(status) || status >= 500);
  if (!isShared || seen.allowed === 'url') return null;
  const match = ruleMatch(evidence, failure, [`${status}`, ...headerLines(evidence, ...LAYER_HEADERS)]);
  return {
    ...match,
    id: 'error-without-cors',
    status,
    code: `${status}`,
    preflighted: false,
    allowed: seen.allowed,
  };
}
