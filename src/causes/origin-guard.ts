import { type Evidence, failureIn, hasCorsHeaders, headerLines, variesByOrigin } from './evidence.ts';
import { guardedHostOf } from './guarded-hosts.ts';
import { isByGatewayOrPlatform, LAYER_HEADERS } from './layers.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server refuses every request from the page's origin on purpose. */
export interface OriginGuard extends RuleMatch {
  readonly id: 'origin-guard';
  readonly origin: string;
  readonly status: number;
}

/**
 * The server answers preflights and calls alike with a bare 403, and no answer allowed this origin. A login would let
 * preflights pass, or ask who calls. A CORS library would answer calls, and only omit its headers.
 */
export function findOriginGuard(evidence: Evidence): OriginGuard | null {
  const { answer, origin, hop, seen } = evidence;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader');
  if (failure === null || answer === null || answer.status !== 403 || hasCorsHeaders(evidence)) return null;
  if (!seen.forbids.preflight || !seen.forbids.call || seen.allowed !== null) return null;
  const asks = headerLines(evidence, 'WWW-Authenticate', 'Proxy-Authenticate').length > 0;
  const guarded = guardedHostOf(hop.url) !== null || isByGatewayOrPlatform(evidence);
  if (asks || guarded || variesByOrigin(evidence)) return null;
  const lines = ['403', ...headerLines(evidence, ...LAYER_HEADERS)];
  return { ...ruleMatch(evidence, failure, lines), id: 'origin-guard', origin, status: 403 };
}
