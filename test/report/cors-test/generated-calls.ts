import { CHROME } from '../../../src/cors/browser-profile.ts';
import type { Exchange } from '../../../src/cors/exchange.ts';
import { normalizeMethod } from '../../../src/cors/method.ts';
import { needsPreflight, unsafeRequestHeaderNames } from '../../../src/cors/request-headers.ts';
import { type OracleCase, oracleCases } from '../../oracle/oracle-case.ts';
import { filledIn } from '../../oracle/oracle-server.ts';
import type { PageCall } from './broken-calls.ts';
import type { Answering } from './call-server.ts';
import { observedCall } from './observed-call.ts';

/** A call, how its server answers, and what a browser makes of that. */
export interface GeneratedCall {
  readonly name: string;
  readonly answering: Answering;
  readonly exchange: Exchange;
}

/** Calls with answers that are right or wrong in many ways; the same ones for the same seed. */
export function generatedCalls(serverOrigin: string, seed: number, count: number): readonly GeneratedCall[] {
  return oracleCases(seed, count).map((oracleCase, index) => {
    const name = `call${index}`;
    const [{ preflight, response }] = [oracleCase.hops[0] ?? NO_HOP];
    const answering: Answering = (request) =>
      filledIn(request, request.isPreflight ? preflight : response, null);
    const exchange = observedCall(`${serverOrigin}/${name}/items`, pageCall(oracleCase), answering);
    return { name, answering, exchange };
  });
}

const NO_HOP = { preflight: { status: 204, headers: [] }, response: { status: 200, headers: [] } };

function pageCall({ method: written, headers, credentials }: OracleCase): PageCall {
  const method = normalizeMethod(written);
  const list = Object.entries(headers);
  const names = unsafeRequestHeaderNames(list, CHROME);
  const cookies = credentials === 'include' ? [['Cookie', 'session=1'] as const] : [];
  return {
    method,
    headerNames: needsPreflight(method, list, CHROME) && names.length > 0 ? names.join(',') : null,
    headers: [...list, ...cookies],
  };
}
