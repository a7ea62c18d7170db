import { type CredentialsMode, corsCheck } from './cors-check.ts';
import type { Exchange, Hop } from './exchange.ts';
import type { Fault } from './failure.ts';
import { corsTainting, hopOrigins } from './origin.ts';
import { isRedirect, preflightFaults, preflightQuestion } from './preflight-check.ts';
import { redirectFaults } from './redirect-check.ts';

/** The faults of one hop's answers, for one credentials mode. */
export interface HopFaults {
  readonly preflight: readonly Fault[];
  /** Of the response, or of the redirect that it is. */
  readonly response: readonly Fault[];
}

/** Judges every hop's preflight and response as the server sent them. */
export function hopFaults(exchange: Exchange, credentialsMode: CredentialsMode): readonly HopFaults[] {
  const origins = hopOrigins(exchange);
  const tainting = corsTainting(exchange);
  return exchange.hops.map((hop, index) => {
    const origin = origins[index] ?? exchange.origin;
    const cors = tainting[index] ?? true;
    return {
      preflight: faultsOfPreflight(hop, origin, credentialsMode),
      response: faultsOfResponse(exchange.origin, hop, origin, cors, credentialsMode),
    };
  });
}

function faultsOfPreflight(hop: Hop, origin: string, credentialsMode: CredentialsMode): readonly Fault[] {
  if (hop.preflight === null || hop.preflight.response === null) return [];
  const question = preflightQuestion(hop.preflight, { origin, method: hop.method });
  return preflightFaults(hop.preflight.response, question, credentialsMode);
}

function faultsOfResponse(
  requestOrigin: string,
  hop: Hop,
  hopOrigin: string,
  cors: boolean,
  credentialsMode: CredentialsMode,
): readonly Fault[] {
  const { response, url } = hop;
  if (response === null) return [];
  if (isRedirect(response)) {
    return redirectFaults({ url, response, requestOrigin, hopOrigin, cors }, credentialsMode);
  }
  if (!cors) return [];
  return corsCheck(response.headerList, hopOrigin, credentialsMode).map((fault) => ({
    stage: 'response',
    ...fault,
  }));
}
