import {
  answerAt,
  type BrowserProfile,
  callOrigins,
  type Diagnosis,
  type Exchange,
  type Failure,
  getHeader,
  type Hop,
  hopOrigins,
  isOkStatus,
  isRedirect,
  preflightQuestion,
  type Response,
} from '../cors/index.ts';
import { type CorsSetup, type Recognition, STACKS, whoAnswered } from '../stacks/index.ts';
import { type CorsErrorName, isError } from './cors-error-name.ts';
import type { Seen } from './seen-answers.ts';

/** Which answer failed a check. */
type AnswerStage = Exclude<Failure['stage'], 'network'>;

/** What the page asked for, in a preflight or without one. */
export interface RequestedAccess {
  readonly origin: string;
  readonly method: string;
  readonly headerNames: readonly string[];
}

/** The input of the rules: one answer, the failures found in it, and the stack that sent it. */
export interface Evidence {
  readonly exchange: Exchange;
  readonly hop: Hop;
  readonly hopIndex: number;
  /** The origin that this hop carries, serialized. */
  readonly origin: string;
  readonly stage: AnswerStage;
  /** Never empty. Failures of both credentials modes if there are any, else those of included credentials. */
  readonly failures: readonly [Failure, ...Failure[]];
  /** Null if none came. */
  readonly answer: Response | null;
  readonly requested: RequestedAccess;
  /** The stack that gave the answer, if known. */
  readonly responder: Recognition | null;
  /** The CORS setup of a recognised stack, if its answer tells. */
  readonly setup: { readonly by: Recognition; readonly cors: CorsSetup } | null;
  /** The browser that judged the exchange. */
  readonly profile: BrowserProfile;
  /** Observations of other answers of the server. */
  readonly seen: Seen;
}

/**
 * Gathers the evidence at the answer where the browser stopped. Null if no answer is wrong. A failure that counts only
 * with credentials counts only if there is no other.
 */
export function gatherEvidence(
  exchange: Exchange,
  { credentials, failures, profile }: Diagnosis,
  seen: Seen,
): Evidence | null {
  const certain = credentials === 'unknown' ? failures.filter(({ when }) => when === 'always') : failures;
  const [first, ...rest] = certain.length > 0 ? certain : failures;
  if (first === undefined || first.stage === 'network') return null;
  const hop = exchange.hops[first.hop] ?? exchange.hops[0];
  const { stage } = first;
  const origins = stage === 'preflight' ? hopOrigins(exchange) : callOrigins(exchange, profile);
  const origin = origins[first.hop] ?? exchange.origin;
  const recognised = appsFirst(whoAnswered(exchange));
  const to = stage === 'preflight' ? 'preflight' : 'request';
  const telling = recognised.find((one) => one.cors !== null && one.to === to) ?? null;
  return {
    exchange,
    hop,
    hopIndex: first.hop,
    origin,
    stage,
    failures: [first, ...rest.filter((failure) => failure.hop === first.hop && failure.stage === stage)],
    answer: answerAt(hop, stage),
    requested: requestedAccess(hop, origin),
    responder: recognised[0] ?? null,
    profile,
    seen,
    setup: telling === null || telling.cors === null ? null : { by: telling, cors: telling.cors },
  };
}

function requestedAccess({ preflight, method }: Hop, origin: string): RequestedAccess {
  return preflight === null
    ? { origin, method, headerNames: [] }
    : preflightQuestion(preflight, { origin, method });
}

/**
 * Puts applications first: a proxy forwards an application's answer with the application's marks, never the other way
 * round.
 */
function appsFirst(recognised: readonly Recognition[]): readonly Recognition[] {
  const isApp = ({ stack }: Recognition) => STACKS[stack].layer === 'application';
  return [...recognised.filter(isApp), ...recognised.filter((one) => !isApp(one))];
}

/** The first failure that is one of these errors, or null. */
export function failureIn({ failures }: Evidence, ...errors: readonly CorsErrorName[]): Failure | null {
  return failures.find((failure) => isError(failure, errors)) ?? null;
}

/** Returns the failure of an answer that doesn't allow the request's origin, or null. */
export function originFailure(evidence: Evidence): Failure | null {
  return failureIn(evidence, 'MissingAllowOriginHeader', 'AllowOriginMismatch', 'InvalidAllowOriginValue');
}

/** A header of the answer, or null. */
export function header({ answer }: Evidence, name: string): string | null {
  return answer === null ? null : getHeader(answer.headerList, name);
}

/** The answer's header lines of these names, as sent. */
export function headerLines({ answer }: Evidence, ...names: readonly string[]): readonly string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const lines = answer?.headerList.filter(([name]) => wanted.has(name.toLowerCase())) ?? [];
  return lines.map(([name, value]) => `${name}: ${value}`);
}

/** Whether the answer has a CORS header. */
export function hasCorsHeaders({ answer }: Evidence): boolean {
  return answer?.headerList.some(([name]) => /^access-control-(?:allow|expose|max)-/i.test(name)) ?? false;
}

/** Whether the answer is a stream of events, which a page asks for again and again. */
export function isStream(evidence: Evidence): boolean {
  return /^text\/event-stream\b/i.test(header(evidence, 'Content-Type') ?? '');
}

/** Returns whether the answer varies by origin. Then some code on the server reads the origin. */
export function variesByOrigin(evidence: Evidence): boolean {
  return /(?:^|,)\s*origin\s*(?:,|$)/i.test(header(evidence, 'Vary') ?? '');
}

/** The status of a preflight's answer if it is neither an ok status nor a redirect; else null. */
export function badStatus({ stage, answer }: Evidence): number | null {
  if (stage !== 'preflight' || answer === null) return null;
  return isOkStatus(answer.status) || isRedirect(answer) ? null : answer.status;
}
