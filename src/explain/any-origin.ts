import type { Seen } from '../causes/index.ts';
import { currentHop, type Diagnosis, type Exchange, getHeader } from '../cors/index.ts';

/**
 * Whether the server lets calls of any origin in as long as they don't include credentials, by what was seen: an answer of
 * this exchange or of its URL says `*`; or one of the server does, and this is an error, which holds nothing of the URL's.
 */
export function allowsAnyOrigin(exchange: Exchange, seen: Pick<Seen, 'allowsAny'>): boolean {
  const { preflight, response } = currentHop(exchange);
  const says = [preflight?.response ?? null, response].some(
    (answer) => answer !== null && getHeader(answer.headerList, 'Access-Control-Allow-Origin') === '*',
  );
  const isError = response !== null && response.status >= 400;
  return says || seen.allowsAny === 'url' || (isError && seen.allowsAny === 'server');
}

/**
 * The diagnosis for somebody who is told one set of headers. Where any origin is allowed, and whether the call includes
 * credentials isn't known, they are those without credentials: to name one origin would shut out all the others.
 */
export function keepingAnyOrigin(diagnosis: Diagnosis, anyOrigin: boolean): Diagnosis {
  const failures = diagnosis.failures.filter(({ when }) => when === 'always');
  return anyOrigin && diagnosis.credentials === 'unknown' && failures.length > 0
    ? { ...diagnosis, failures, credentials: 'omitted' }
    : diagnosis;
}
