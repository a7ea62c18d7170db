import type { Seen } from '../../src/causes/seen-answers.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { type JudgedExchange, judge as judgeBy } from '../../src/explain/judged-exchange.ts';

/** Judges an exchange of Chrome's. */
export function judge(exchange: Exchange, seen?: Seen): JudgedExchange {
  return judgeBy(exchange, CHROME, seen);
}
