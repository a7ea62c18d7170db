import { ALLOW_HEADERS } from './cors-headers.ts';
import { badStatus, type Evidence, header, headerLines } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

type DisallowedHeaders = RuleMatch & {
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
};

/** Names of response headers. On a request they have no effect, and have to be allowed. */
const RESPONSE_HEADER = /^access-control-(?:allow-|expose-headers$|max-age$)/;

/** Matches disallowed request headers that are response headers. Null if there are none. */
export function disallowedResponseHeaders(evidence: Evidence): DisallowedHeaders | null {
  return matchOf(
    evidence,
    disallowedNames(evidence).filter((name) => RESPONSE_HEADER.test(name)),
  );
}

/** Matches disallowed request headers that belong on a request. Null if there are none. */
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

/** Returns the request headers that are not allowed, each once. */
function disallowedNames({ failures }: Evidence): readonly string[] {
  const ofHeaders = failures.filter(({ error }) => error === 'HeaderDisallowedByPreflightResponse');
  return [...new Set(ofHeaders.flatMap(({ parameter }) => parameter ?? []))];
}

/** Returns whether a bad status comes without the list `name`. Then the request may never have reached CORS. */
export function lacksList(evidence: Evidence, name: string): boolean {
  return badStatus(evidence) !== null && header(evidence, name) === null;
}
