import { ALLOW_HEADERS } from './cors-headers.ts';
import { badStatus, type Evidence, header, headerLines } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

type DisallowedHeaders = RuleMatch & {
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
};

/** Names that belong on an answer. On a request they do nothing but need to be allowed. */
const RESPONSE_HEADER = /^access-control-(?:allow-|expose-headers$|max-age$)/;

/** Disallowed request headers that belong on an answer, or null. */
export function disallowedResponseHeaders(evidence: Evidence): DisallowedHeaders | null {
  return matchOf(
    evidence,
    disallowedNames(evidence).filter((name) => RESPONSE_HEADER.test(name)),
  );
}

/** Disallowed request headers that belong on a request, or null. */
export function disallowedRequestHeaders(evidence: Evidence): DisallowedHeaders | null {
  if (lacksList(evidence, ALLOW_HEADERS)) return null;
  return matchOf(
    evidence,
    disallowedNames(evidence).filter((name) => !RESPONSE_HEADER.test(name)),
  );
}

function matchOf(evidence: Evidence, names: readonly string[]): DisallowedHeaders | null {
  const failure = evidence.failures.find(({ parameter }) => parameter !== null && names.includes(parameter));
  if (failure === undefined) return null;
  const lines = [...statusEvidence(evidence), ...headerLines(evidence, ALLOW_HEADERS)];
  return { ...ruleMatch(evidence, failure, lines), names };
}

/** Request headers that are not allowed, once each. */
function disallowedNames({ failures }: Evidence): readonly string[] {
  const ofHeaders = failures.filter(({ error }) => error === 'HeaderDisallowedByPreflightResponse');
  return [...new Set(ofHeaders.flatMap(({ parameter }) => parameter ?? []))];
}

/** Whether a bad status comes without the list `name`: then CORS may not have seen the request. */
export function lacksList(evidence: Evidence, name: string): boolean {
  return badStatus(evidence) !== null && header(evidence, name) === null;
}
