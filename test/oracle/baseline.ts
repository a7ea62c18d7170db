import type { ServedAnswer } from './oracle-server.ts';

/**
 * What the Fetch standard and a browser's order of checks allow to conclude from what reached the server, written anew:
 * nothing here comes from `src/`, so that one mistake cannot hide in both.
 */
export interface WhatHappened {
  readonly pageOrigin: string;
  /** The case's preflights and requests as they reached the server, in their order. */
  readonly served: readonly ServedAnswer[];
  /** Whether the page got its answer. */
  readonly passed: boolean;
}

/** An answer, and what is asked about it. */
export interface BaselineQuestion {
  readonly answer: ServedAnswer;
  readonly pageOrigin: string;
  /** Whether the CORS protocol applies. */
  readonly tainted: boolean;
  /** Whether credentials are included. */
  readonly included: boolean;
}

/** The browser's name for the first fault of an answer, or null where there is none. */
export type Baseline = (question: BaselineQuestion) => string | null;

/**
 * The first errors that agree with what happened. The credentials mode cannot be seen: each is tried, and dropped when
 * the browser went on where it would have stopped, or stopped where nothing would have stopped it.
 */
export function possibleFirstErrors(baseline: Baseline, happened: WhatHappened): ReadonlySet<string> {
  const firsts = [true, false].map((included) => firstError(baseline, happened, included));
  return new Set(firsts.filter((first) => first !== CONTRADICTED).filter((first) => first !== null));
}

const CONTRADICTED = Symbol('contradicted');

function firstError(
  baseline: Baseline,
  { pageOrigin, served, passed }: WhatHappened,
  included: boolean,
): string | null | typeof CONTRADICTED {
  let tainted = false;
  let error: string | null = null;
  for (const answer of served) {
    if (error !== null) return CONTRADICTED;
    tainted ||= answer.origin !== pageOrigin;
    error = baseline({ answer, pageOrigin, tainted, included });
  }
  return (error === null) === passed ? error : CONTRADICTED;
}

/** Where a redirect leads to; null for what is none. */
export function locationOf(answer: ServedAnswer): string | null {
  const location = valuesOf(answer, 'location')[0] ?? null;
  return [301, 302, 303, 307, 308].includes(answer.status) ? location : null;
}

/** The values of a header, without the blanks around them. */
export function valuesOf({ headers }: ServedAnswer, lowerCasedName: string): readonly string[] {
  return headers.filter(([name]) => name.toLowerCase() === lowerCasedName).map(([, one]) => stripped(one));
}

/** The elements of a header's lists that are not empty, each as it stands. */
export function elementsOf(answer: ServedAnswer, lowerCasedName: string): readonly string[] {
  const elements = valuesOf(answer, lowerCasedName).flatMap((one) => one.split(',').map(stripped));
  return elements.filter((element) => element !== '');
}

export function isTokenOfHttp(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

function stripped(text: string): string {
  return text.replace(/^[\t ]+/, '').replace(/[\t ]+$/, '');
}
