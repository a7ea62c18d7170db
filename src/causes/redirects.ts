import { originOf } from '../cors/index.ts';
import { STACKS } from '../stacks/index.ts';
import { type Evidence, failureIn, header, headerLines } from './evidence.ts';
import { isLoginLike, leadsBack } from './redirect-target.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

type RedirectMatch = RuleMatch & {
  /** Absolute. */
  readonly location: string;
};

/** Returns the redirect of a preflight, or null. */
export function redirectOfPreflight(evidence: Evidence): RedirectMatch | null {
  const failure = failureIn(evidence, 'DisallowedRedirect');
  if (failure === null || evidence.answer === null) return null;
  const sent = failure.parameter ?? '';
  return { ...ruleMatch(evidence, failure, redirectLines(evidence)), location: absolute(sent, evidence) };
}

/** Returns the redirect of the call itself, or null. */
export function redirectOfCall(evidence: Evidence): RedirectMatch | null {
  const { answer, stage, failures } = evidence;
  if (stage !== 'redirect' || answer === null) return null;
  const sent = header(evidence, 'Location') ?? '';
  return { ...ruleMatch(evidence, failures[0], redirectLines(evidence)), location: absolute(sent, evidence) };
}

function redirectLines(evidence: Evidence): readonly string[] {
  return [`${evidence.answer?.status}`, ...headerLines(evidence, 'Location')];
}

function absolute(location: string, { hop }: Evidence): string {
  return URL.parse(location, hop.url)?.href ?? location;
}

/** Returns whether the answer redirects to a login at `location`. */
export function isToLogin({ hop, responder, answer }: Evidence, location: string): boolean {
  const byGateway = responder !== null && STACKS[responder.stack].layer === 'gateway';
  const elsewhere = originOf(location) !== originOf(hop.url);
  // A permanent redirect means that the resource moved, whatever the name of its target.
  const isTemporary = answer !== null && [302, 303, 307].includes(answer.status);
  return (byGateway && elsewhere) || (isTemporary && (isLoginLike(location) || leadsBack(hop.url, location)));
}
