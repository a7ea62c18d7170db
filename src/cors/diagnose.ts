import type { BrowserProfile } from './browser-profile.ts';
import { credentialsEvidence } from './credentials-evidence.ts';
import type { CredentialsMode } from './credentials-mode.ts';
import { currentHop, type Exchange } from './exchange.ts';
import type { Failure, Fault } from './failure.ts';
import { type HopFaults, hopFaults } from './hop-faults.ts';
import { locationUrl } from './location-url.ts';
import type { OutsideCors } from './outside-cors.ts';
import { withAnswers } from './with-answers.ts';

/**
 * `allowed` and `blocked` are the CORS protocol's doing; `failed` is anything else: refused, aborted, and so on.
 * `failures` are the faults of the server's own answers, in the order of the browser's checks; empty when the request
 * passes without help.
 */
export interface Diagnosis {
  readonly outcome: 'allowed' | 'blocked' | 'failed' | 'pending';
  readonly failures: readonly Failure[];
  /** Whether the request included credentials. Extensions can't see that, so it is inferred from what happened. */
  readonly credentials: 'included' | 'omitted' | 'unknown';
  /** The browser's deviations that this was judged by. What is derived from a diagnosis goes by the same ones. */
  readonly profile: BrowserProfile;
}

/** What holds if the request's credentials mode is `mode`. */
interface Hypothesis {
  readonly mode: CredentialsMode;
  readonly hops: readonly HopFaults[];
}

/**
 * Judges an exchange. The credentials mode is not observable: both are tried, and one that contradicts what
 * happened, or what the request carried, is dropped.
 * @param profile the browser that the exchange was observed in
 * @param known the mode that is known of who made the request; what the request itself tells comes before
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function diagnose(
  exchange: Exchange,
  profile: BrowserProfile,
  known: CredentialsMode | null = null,
): Diagnosis {
  if (exchange.outside !== undefined) return outsideDiagnosis(exchange, exchange.outside, profile);
  const hypotheses = surviving(exchange, profile, known);
  const outcome = outcomeOf(exchange, profile, hypotheses);
  return {
    outcome,
    failures: failuresOf(exchange, outcome, hypotheses),
    credentials: credentialsOf(hypotheses),
    profile,
  };
}

/** No CORS check is made of such a request. It is listed where something else went wrong, or keeps its answer back. */
function outsideDiagnosis(exchange: Exchange, outside: OutsideCors, profile: BrowserProfile): Diagnosis {
  const { outcome, hops } = exchange;
  const failed = outcome.type === 'error' || outside.type !== 'no-cors';
  const error = outcome.type === 'error' ? outcome.error : profile.corsNetError;
  return {
    outcome: failed ? 'failed' : 'allowed',
    failures: failed
      ? [{ stage: 'network', error, parameter: null, when: 'always', hop: hops.length - 1 }]
      : [],
    credentials: 'unknown',
    profile,
  };
}

function surviving(
  exchange: Exchange,
  profile: BrowserProfile,
  known: CredentialsMode | null,
): readonly Hypothesis[] {
  const faults = hopFaults(exchange, profile);
  const both: readonly Hypothesis[] = [
    { mode: 'include', hops: faults },
    { mode: 'omit', hops: faults.map(withoutCredentials) },
  ];
  const possible = narrow(both, (hypothesis) => !contradicts(exchange, profile, hypothesis));
  const evidence = credentialsEvidence(exchange, profile) ?? known;
  return evidence === null ? possible : narrow(possible, ({ mode }) => mode === evidence);
}

/** The faults that are left when the request includes no credentials. */
function withoutCredentials({ preflight, response }: HopFaults): HopFaults {
  const holds = ({ when }: Fault) => when === 'always';
  return { preflight: preflight.filter(holds), response: response.filter(holds) };
}

/** Those that pass; all, where none does: contradicting evidence decides nothing. */
function narrow(
  hypotheses: readonly Hypothesis[],
  test: (hypothesis: Hypothesis) => boolean,
): readonly Hypothesis[] {
  const kept = hypotheses.filter(test);
  return kept.length > 0 ? kept : hypotheses;
}

/** Whether the browser went on where it would have stopped, or stopped where it would have gone on. */
function contradicts(exchange: Exchange, profile: BrowserProfile, { hops }: Hypothesis): boolean {
  // With an override the browser judged other headers than the server's.
  if (exchange.overridden) return false;
  const wentOn = exchange.hops.some((hop, index) => {
    const faults = hops[index];
    if (faults === undefined) return false;
    const preflightPassed = hop.requestHeaders !== null;
    const completed = exchange.outcome.type === 'completed' && !profile.completesBlocked;
    const responsePassed = index < exchange.hops.length - 1 || completed;
    return (preflightPassed && faults.preflight.length > 0) || (responsePassed && faults.response.length > 0);
  });
  return wentOn || (mayBeCorsError(exchange, profile) && !hasFaults(hops));
}

/** Whether the request ended as the browser ends what fails a check. */
function mayBeCorsError(exchange: Exchange, profile: BrowserProfile): boolean {
  const { outcome } = exchange;
  if (outcome.type !== 'error') return false;
  if (profile.vagueNetError.test(outcome.error)) return true;
  const { response, url } = currentHop(exchange);
  const location = response === null ? null : locationUrl(response, url);
  return location !== null && profile.schemesRefusedFirst.has(location.protocol);
}

function hasFaults(hops: readonly HopFaults[]): boolean {
  return hops.some(({ preflight, response }) => preflight.length > 0 || response.length > 0);
}

function outcomeOf(
  exchange: Exchange,
  profile: BrowserProfile,
  hypotheses: readonly Hypothesis[],
): Diagnosis['outcome'] {
  switch (exchange.outcome.type) {
    case 'completed': {
      // Whatever passes without credentials passes, until something tells that there were some.
      if (!profile.completesBlocked) return 'allowed';
      const checked = exchange.overridden ? surviving(asChecked(exchange), profile, null) : hypotheses;
      return checked.every(({ hops }) => hasFaults(hops)) ? 'blocked' : 'allowed';
    }
    case 'error':
      return mayBeCorsError(exchange, profile) && hypotheses.some(({ hops }) => hasFaults(hops))
        ? 'blocked'
        : 'failed';
    case 'pending': {
      // A preflight that fails either way decides, should the request's own end never be heard of.
      const decided = currentHop(exchange).requestHeaders === null && !exchange.overridden;
      return decided && hypotheses.every(({ hops }) => hops.at(-1)?.preflight.length) ? 'blocked' : 'pending';
    }
  }
}

/** The exchange with the headers that the browser checked in the place of the server's. */
function asChecked(exchange: Exchange): Exchange {
  const checked = withAnswers(exchange, ({ status, headerList, checkedHeaderList = headerList }) => {
    return { status, headerList: checkedHeaderList };
  });
  return { ...checked, overridden: false };
}

function failuresOf(
  exchange: Exchange,
  outcome: Diagnosis['outcome'],
  hypotheses: readonly Hypothesis[],
): readonly Failure[] {
  if (outcome === 'pending' || (outcome === 'allowed' && !exchange.overridden)) return [];
  if (outcome === 'failed' && exchange.outcome.type === 'error') {
    const hop = exchange.hops.length - 1;
    return [{ stage: 'network', error: exchange.outcome.error, parameter: null, when: 'always', hop }];
  }
  // The first that survives holds all faults: whatever fails without credentials fails with them, too.
  return (hypotheses[0]?.hops ?? []).flatMap(({ preflight, response }, hop) =>
    [...preflight, ...response].map((fault) => ({ ...fault, hop })),
  );
}

function credentialsOf(hypotheses: readonly Hypothesis[]): Diagnosis['credentials'] {
  if (hypotheses.length !== 1) return 'unknown';
  return hypotheses[0]?.mode === 'include' ? 'included' : 'omitted';
}
