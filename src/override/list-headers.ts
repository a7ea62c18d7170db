import { CLIENTS } from '../clients/index.ts';
import { ALLOW_HEADERS, ALLOW_METHODS } from './set-headers.ts';
import type { TargetObservations } from './target-observations.ts';

const COMMON_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Headers that pages and libraries often add. They are allowed from the start, so that none of them costs a failed call. */
const COMMON_HEADER_NAMES = [
  'accept',
  'authorization',
  'cache-control',
  'content-type',
  'if-none-match',
  'user-agent',
  'x-api-key',
  'x-csrf-token',
  'x-requested-with',
  'x-xsrf-token',
  ...CLIENTS.flatMap(({ commonNames }) => commonNames ?? []),
].sort();

/**
 * The lists of a preflight's answer. They name methods and headers one by one, because `*` is no wildcard with credentials.
 */
export function listHeaders({ methods, headerNames }: TargetObservations) {
  const join = (tokens: readonly string[]) => [...new Set([...tokens, '*'])].join(', ');
  return [
    [ALLOW_METHODS, join([...COMMON_METHODS, ...methods]), 'allow-methods'],
    [ALLOW_HEADERS, join([...COMMON_HEADER_NAMES, ...headerNames]), 'allow-headers'],
  ] as const;
}
