import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { disallowedResponseHeaders } from './disallowed-headers.ts';
import type { Evidence } from './evidence.ts';
import type { RuleMatch } from './rule-match.ts';

/** The page sends response headers on its request. */
export interface ResponseHeaderOnRequest extends RuleMatch {
  readonly id: 'response-header-on-request';
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
}

export function findResponseHeaderOnRequest(evidence: Evidence): ResponseHeaderOnRequest | null {
  const match = disallowedResponseHeaders(evidence);
  return match === null ? null : { ...match, id: 'response-header-on-request' };
}

export const responseHeaderOnRequest: CauseTexts<ResponseHeaderOnRequest> = {
  headline: ({ names }, { server }) => sentence('headlineResponseHeader', { names, host: server }),
  happened: () => sentence('happenedResponseHeader'),
  advice: ({ names }) => [fix('adviceResponseHeader', { names })],
};
