import { headline } from '../causes/index.ts';
import type { Exchange } from '../cors/index.ts';
import { type Effect, effectOn, isOn, type Override, reaches, wasOn } from '../override/index.ts';
import type { Sentence } from '../texts/index.ts';
import { type JudgedExchange, judge } from './judged-exchange.ts';

/** The time, in ms, that a change of an override may take to come into force. */
const SWITCH_DELAY_MS = 500;

/** What an override did to a call that was made while it was on. */
export type OverrideEffect =
  /** The call passed thanks to the headers that the override set. */
  | { readonly type: 'passed'; readonly set: Effect['set'] }
  /** The server allows the call by itself. */
  | { readonly type: 'not-needed' }
  /** The headers that the override set were not enough. `headline` is about the headers that the browser judged by. */
  | { readonly type: 'still-blocked'; readonly headline: Sentence }
  /** The headers were not enough then, and would be now: the override has observed more since. */
  | { readonly type: 'learnt' }
  /** The headers should have been enough. Something else has changed the headers, too. */
  | { readonly type: 'contradiction' };

/** Whether the override was on when the exchange began, and is for one of its URLs. */
export function wasInForce(override: Override, exchange: Exchange): boolean {
  return (
    wasOn(override, exchange.startedAt) && exchange.hops.some(({ url }) => reaches(override, exchange, url))
  );
}

/** Returns what overrides did to a call. Null if none was in force, or if there is nothing to say. */
export function overrideEffect(
  judged: JudgedExchange,
  overrides: readonly Override[],
): OverrideEffect | null {
  const { exchange, diagnosis } = judged;
  const reaching = overrides.filter((one) => wasInForce(one, exchange));
  // Without a rule for that call, what was on has changed nothing yet.
  const isUnchanged = reaching.some((one) => !one.rulesSeeAnswers) && diagnosis.outcome === 'blocked';
  if (!exchange.overridden && !isUnchanged) return null;
  const effect = effectOn(
    reaching.filter(({ heldBackBy }) => heldBackBy === null),
    exchange,
  );
  switch (diagnosis.outcome) {
    case 'allowed':
      return diagnosis.failures.length > 0 ? { type: 'passed', set: effect.set } : { type: 'not-needed' };
    case 'blocked': {
      const asJudged = judge(effect.exchange, diagnosis.profile);
      if (asJudged.diagnosis.outcome === 'blocked') return stillBlocked(asJudged);
      if (reaching.length === 0) return stillBlocked(judged);
      const asItWas = reaching.every(
        (one) => isOn(one) && one.changedAt + SWITCH_DELAY_MS < exchange.startedAt,
      );
      return { type: asItWas ? 'contradiction' : 'learnt' };
    }
    case 'failed':
    case 'pending':
      return null;
  }
}

function stillBlocked({ exchange, diagnosis, cause }: JudgedExchange): OverrideEffect {
  return { type: 'still-blocked', headline: headline(exchange, diagnosis, cause) };
}
