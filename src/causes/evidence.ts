import {
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
import type { Asked } from './cause.ts';

/** Where an answer was found wanting. */
type AnswerStage = Exclude<Failure['stage'], 'network'>;

/** What the rules look at: one answer, the faults that were found in it, and who gave it. */
export interface Clues {
  readonly exchange: Exchange;
  readonly hop: Hop;
  readonly hopIndex: number;
  /** The origin that this hop carries, serialized. */
  readonly origin: string;
  readonly stage: AnswerStage;
  /** Never empty. Those that hold in any case where there are such, else those that only credentials make. */
  readonly failures: readonly [Failure, ...Failure[]];
  /** Null where none came. */
  readonly answer: Response | null;
  /** What was asked for, in the preflight or without one. */
  readonly asked: Asked;
  /** Everyone recognised in the answers, the app before what lies in front of it. */
  readonly recognised: readonly Recognition[];
  /** Who gave this answer, and how that one's CORS is set up, where it tells. */
  readonly who: Recognition | null;
  readonly setup: { readonly by: Recognition; readonly cors: CorsSetup } | null;
}

/**
 * What there is to go by, at the answer where the browser stopped; null where no answer is wrong. What holds either way
 * comes before what would be wrong only if credentials were included.
 */
export function cluesOf(exchange: Exchange, { credentials, failures }: Diagnosis): Clues | null {
  const certain = credentials === 'unknown' ? failures.filter(({ when }) => when === 'always') : failures;
  const [first, ...rest] = certain.length > 0 ? certain : failures;
  if (first === undefined || first.stage === 'network') return null;
  const hop = exchange.hops[first.hop] ?? exchange.hops[0];
  const { stage } = first;
  const origin = hopOrigins(exchange)[first.hop] ?? exchange.origin;
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
    answer: answerOf(hop, stage),
    asked: askedOf(hop, origin),
    recognised,
    who: recognised[0] ?? null,
    setup: telling === null || telling.cors === null ? null : { by: telling, cors: telling.cors },
  };
}

function answerOf({ preflight, response }: Hop, stage: AnswerStage): Response | null {
  switch (stage) {
    case 'preflight':
      return preflight?.response ?? null;
    case 'response':
    case 'redirect':
      return response;
  }
}

function askedOf({ preflight, method }: Hop, origin: string): Asked {
  return preflight === null
    ? { origin, method, headerNames: [] }
    : preflightQuestion(preflight, { origin, method });
}

/** A proxy hands on what an app answered, marks and all; an app's mark is never a proxy's. */
function appsFirst(recognised: readonly Recognition[]): readonly Recognition[] {
  const isApp = ({ stack }: Recognition) => STACKS[stack].layer === 'application';
  return [...recognised.filter(isApp), ...recognised.filter((one) => !isApp(one))];
}

/** The fault of that name, of the preflight's answer or of the response, or null. */
export function faultIn({ failures }: Clues, ...errors: readonly string[]): Failure | null {
  return failures.find(({ error }) => errors.includes(error.replace(/^Preflight/, ''))) ?? null;
}

/** A header of the answer, or null. */
export function answered({ answer }: Clues, name: string): string | null {
  return answer === null ? null : getHeader(answer.headerList, name);
}

/** Whether the answer says anything of CORS. */
export function hasCorsHeaders({ answer }: Clues): boolean {
  return answer?.headerList.some(([name]) => /^access-control-(?:allow|expose|max)-/i.test(name)) ?? false;
}

/** Whether the answer depends on the origin: then something behind it looks at it. */
export function variesByOrigin(clues: Clues): boolean {
  return /(?:^|,)\s*origin\s*(?:,|$)/i.test(answered(clues, 'Vary') ?? '');
}

/** The status of a preflight's answer where it is not one that lets the call go on, and no redirect; else null. */
export function badStatus({ stage, answer }: Clues): number | null {
  if (stage !== 'preflight' || answer === null) return null;
  return isOkStatus(answer.status) || isRedirect(answer) ? null : answer.status;
}

/** Lines of the answer, as sent, by name. */
export function linesOf({ answer }: Clues, ...names: readonly string[]): readonly string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const lines = answer?.headerList.filter(([name]) => wanted.has(name.toLowerCase())) ?? [];
  return lines.map(([name, value]) => `${name}: ${value}`);
}
