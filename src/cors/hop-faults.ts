import type { BrowserProfile } from './browser-profile.ts';
import { corsCheck } from './cors-check.ts';
import type { Exchange, Hop } from './exchange.ts';
import type { Fault } from './failure.ts';
import { callOrigins, corsTainting, hopOrigins, originOf } from './origin.ts';
import { isRedirect, preflightCheck, preflightQuestion } from './preflight-check.ts';
import { redirectCheck } from './redirect-check.ts';

/** The faults of one hop's answers. */
export interface HopFaults {
  readonly preflight: readonly Fault[];
  /** Of the response, or of the redirect that it is. */
  readonly response: readonly Fault[];
}

/** Judges every hop's preflight and response as the server sent them. */
export function hopFaults(exchange: Exchange, profile: BrowserProfile): readonly HopFaults[] {
  const ofPreflights = hopOrigins(exchange);
  const ofCalls = callOrigins(exchange, profile);
  const tainting = corsTainting(exchange);
  return exchange.hops.map((hop, index) => {
    const call = { origin: ofCalls[index] ?? exchange.origin, cors: tainting[index] ?? true };
    return {
      preflight: preflightFaults(exchange.origin, hop, ofPreflights[index] ?? exchange.origin, profile),
      response: responseFaults(exchange.origin, hop, call, profile),
    };
  });
}

function preflightFaults(
  requestOrigin: string,
  { preflight, method, url }: Hop,
  origin: string,
  profile: BrowserProfile,
): readonly Fault[] {
  if (preflight === null || preflight.response === null) return [];
  const question = preflightQuestion(preflight, { origin, method });
  const cors = !(profile.preflightForgetsRedirects && originOf(url) === requestOrigin);
  return preflightCheck(preflight.response, question, profile, cors).map((finding) => ({
    stage: 'preflight',
    ...finding,
  }));
}

function responseFaults(
  requestOrigin: string,
  hop: Hop,
  { origin: hopOrigin, cors }: { readonly origin: string; readonly cors: boolean },
  profile: BrowserProfile,
): readonly Fault[] {
  const { response, url } = hop;
  if (response === null) return [];
  if (isRedirect(response)) {
    const redirect = { url, response, requestOrigin, hopOrigin, cors };
    return redirectCheck(redirect, profile).map((finding) => ({ stage: 'redirect', ...finding }));
  }
  if (!cors) return [];
  return corsCheck(response.headerList, hopOrigin, profile).map((finding) => ({
    stage: 'response',
    ...finding,
  }));
}
