import { type Effect, effectOn, isOn, type Override, reaches, wasOn } from '../override/index.ts';
import { type JudgedExchange, judge } from './judged-exchange.ts';

/** How long a change of an override may take to come into force, in ms. */
const IN_FORCE_AFTER = 500;

/** What an override did to a call that was made while it was on. */
export type Proof =
  /** Thanks to what it set. */
  | { readonly type: 'passed'; readonly set: Effect['set'] }
  /** The server allows the call by itself. */
  | { readonly type: 'not-needed' }
  /** What it set was not enough: `judged` is what the browser judged. */
  | { readonly type: 'still-blocked'; readonly judged: JudgedExchange }
  /** It was not enough then, and would be by what was learnt since. */
  | { readonly type: 'learnt' }
  /** It should have been enough: something else has changed the headers, too. */
  | { readonly type: 'contradiction' };

/** What the overrides did to a call; null where none was in force, or nothing is to be said. */
export function proofOf(row: JudgedExchange, overrides: readonly Override[]): Proof | null {
  const { exchange, diagnosis } = row;
  if (!exchange.overridden) return null;
  const reaching = overrides.filter(
    (one) => wasOn(one, exchange.startedAt) && exchange.hops.some(({ url }) => reaches(one, exchange, url)),
  );
  const effect = effectOn(
    reaching.filter(({ heldBackBy }) => heldBackBy === null),
    exchange,
  );
  switch (diagnosis.outcome) {
    case 'allowed':
      return diagnosis.failures.length > 0 ? { type: 'passed', set: effect.set } : { type: 'not-needed' };
    case 'blocked': {
      if (judge(effect.exchange).diagnosis.outcome === 'blocked') {
        return { type: 'still-blocked', judged: judge(effect.exchange) };
      }
      if (reaching.length === 0) return { type: 'still-blocked', judged: row };
      const asItWas = reaching.every(
        (one) => isOn(one) && one.changedAt + IN_FORCE_AFTER < exchange.startedAt,
      );
      return { type: asItWas ? 'contradiction' : 'learnt' };
    }
    case 'failed':
    case 'pending':
      return null;
  }
}
