import type { HeaderSource } from '../clients/index.ts';
import { sentence } from '../texts/index.ts';
import { sourcesOf } from './call-sources.ts';
import type { CauseTexts } from './cause-texts.ts';
import { ALLOW_HEADERS } from './cors-headers.ts';
import { disallowedRequestHeaders } from './disallowed-headers.ts';
import type { Evidence } from './evidence.ts';
import { allowHeaders } from './extend-list.ts';
import { NAMED_IN_HEADLINE, NAMED_IN_LABEL, namedHeaders } from './named-headers.ts';
import type { RuleMatch } from './rule-match.ts';
import { sourceWords } from './source-words.ts';

/** The server's list lacks request headers. */
export interface HeaderNotAllowed extends RuleMatch {
  readonly id: 'header-not-allowed';
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
  readonly sources: readonly HeaderSource[];
}

export function findHeaderNotAllowed(evidence: Evidence): HeaderNotAllowed | null {
  const match = disallowedRequestHeaders(evidence);
  if (match === null) return null;
  return { ...match, id: 'header-not-allowed', sources: sourcesOf(match.names, evidence) };
}

export const headerNotAllowed: CauseTexts<HeaderNotAllowed> = {
  label: (cause) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_LABEL);
    return more === null ? sentence('labelHeaders', names) : sentence('labelHeadersMore', names, more);
  },
  headline: (cause, { server }) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_HEADLINE);
    if (more !== null) return sentence('headlineHeadersMore', server, names, more);
    return sentence(names.length === 1 ? 'headlineHeader' : 'headlineHeaders', server, names);
  },
  happened: ({ names, sources }) =>
    sourceWords(sources) ??
    sentence(names.length === 1 ? 'happenedHeader' : 'happenedHeaders', ALLOW_HEADERS),
  advice: allowHeaders,
};
