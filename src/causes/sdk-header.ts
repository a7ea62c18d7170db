import type { HeaderSource } from '../clients/index.ts';
import { sourcesOf } from './call-sources.ts';
import { disallowedRequestHeaders } from './disallowed-headers.ts';
import type { Evidence } from './evidence.ts';
import type { RuleMatch } from './rule-match.ts';
import { isLibrary } from './source-words.ts';

/** The server's list lacks request headers, all of which client libraries add by themselves. */
export interface SdkHeader extends RuleMatch {
  readonly id: 'sdk-header';
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
  readonly sources: readonly HeaderSource[];
}

export function findSdkHeader(evidence: Evidence): SdkHeader | null {
  const match = disallowedRequestHeaders(evidence);
  if (match === null) return null;
  const sources = sourcesOf(match.names, evidence);
  return sources.every(isLibrary) ? { ...match, id: 'sdk-header', sources } : null;
}
