import { STACKS } from '../stacks/index.ts';
import { type Evidence, headerLines } from './evidence.ts';
import { foreignStatus, statusMatch } from './foreign-status.ts';
import { isByGatewayOrPlatform, LAYER_HEADERS, SELF_TOLD_HEADERS } from './layers.ts';
import type { RuleMatch } from './rule-match.ts';

/** Statuses of a gateway that got no answer from the server behind it. 520 and above are Cloudflare's. */
const GATEWAY_STATUSES = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530];

/** A gateway answers the preflight itself: it can't reach the app, or doesn't forward the preflight. */
export interface PreflightGateway extends RuleMatch {
  readonly id: 'preflight-gateway';
  readonly status: number;
}

export function findPreflightGateway(evidence: Evidence): PreflightGateway | null {
  const { responder } = evidence;
  const status = foreignStatus(evidence);
  if (status === null) return null;
  const byApp = responder?.certainty === 'sure' && STACKS[responder.stack].layer === 'application';
  const byStatus = GATEWAY_STATUSES.includes(status) && !byApp;
  const told = headerLines(evidence, ...SELF_TOLD_HEADERS).length > 0;
  if (!told && !byStatus && !(status < 500 && isByGatewayOrPlatform(evidence))) return null;
  const match = statusMatch(evidence, status, [...SELF_TOLD_HEADERS, ...LAYER_HEADERS]);
  return { ...match, id: 'preflight-gateway' };
}
