import type { CauseId, FoundCause, FoundOf } from './cause.ts';
import { findContentSecurityPolicy } from './content-security-policy.ts';
import { findEmbeddedWithoutPolicy } from './embedded-without-policy.ts';
import { findIntegrityWithoutCors } from './integrity-without-cors.ts';
import { findLocalUrl } from './local-url.ts';
import { findOpaqueAnswer } from './opaque-answer.ts';
import type { OutsideRequest } from './outside.ts';
import { findServiceWorkerAnswer } from './service-worker-answer.ts';
import { findWebsocketClosed } from './websocket-closed.ts';
import { findWebsocketHandshake } from './websocket-handshake.ts';

/** One line of the table. */
export interface OutsideRule {
  readonly id: CauseId;
  readonly find: (request: OutsideRequest) => FoundCause | null;
}

/** Makes a rule. The compiler checks that its finder returns the cause `id`. */
function rule<Id extends CauseId>(
  id: Id,
  find: (request: OutsideRequest) => FoundOf<Id> | null,
): OutsideRule {
  return { id, find };
}

/**
 * The order of the causes of requests that CORS decides nothing about. What none of them explains has a net error, which
 * `not-cors.ts` names.
 */
export const OUTSIDE_PRECEDENCE: readonly OutsideRule[] = [
  rule('opaque-answer', findOpaqueAnswer),
  rule('service-worker-answer', findServiceWorkerAnswer),
  rule('websocket-handshake', findWebsocketHandshake),
  rule('websocket-closed', findWebsocketClosed),
  rule('local-url', findLocalUrl),
  rule('integrity-without-cors', findIntegrityWithoutCors),
  rule('content-security-policy', findContentSecurityPolicy),
  rule('embedded-without-policy', findEmbeddedWithoutPolicy),
];
