import { currentHop, type Diagnosis, type Exchange, extractTokens } from '../cors/index.ts';
import { type RequiredHeader, requiredHeaders } from './required-headers.ts';

/** The headers that make an exchange pass: those needed in any case, and those needed only with credentials. */
export interface CertainHeaders {
  readonly always: readonly RequiredHeader[];
  /** The headers that are also needed if the call includes credentials. Empty if the credentials mode is known. */
  readonly withCredentials: readonly RequiredHeader[];
}

/** Parts the required headers by whether they are needed in any case. */
export function certainHeaders(
  exchange: Exchange,
  diagnosis: Diagnosis,
  anyOrigin?: boolean,
): CertainHeaders {
  const all = requiredHeaders(exchange, diagnosis, anyOrigin);
  if (diagnosis.credentials !== 'unknown') return { always: all, withCredentials: [] };
  const failures = diagnosis.failures.filter(({ when }) => when === 'always');
  const always = requiredHeaders(exchange, { ...diagnosis, failures, credentials: 'omitted' }, anyOrigin);
  const certain = new Set(always.map(lineOf));
  return { always, withCredentials: all.filter((header) => !certain.has(lineOf(header))) };
}

function lineOf({ on, name, value }: RequiredHeader): string {
  return `${on} ${name}: ${value}`;
}

/** The elements of a list header that the server doesn't send yet; empty for other headers, or when it sends none. */
export function addedTokens(exchange: Exchange, { name, value }: RequiredHeader): readonly string[] {
  const isList = name === 'Access-Control-Allow-Methods' || name === 'Access-Control-Allow-Headers';
  const list = isList ? currentHop(exchange).preflight?.response?.headerList : undefined;
  const present = list === undefined ? null : extractTokens(list, name);
  if (present === null || present.length === 0) return [];
  const sent = new Set(present.map((token) => token.toLowerCase()));
  return value.split(', ').filter((token) => !sent.has(token.toLowerCase()));
}
