import {
  currentHop,
  type Exchange,
  getHeader,
  isCorsSafelistedMethod,
  type Preflight,
  preflightQuestion,
} from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

const MAX_AGE = 'Access-Control-Max-Age';
/** How long Chrome remembers a preflight at most, and without the header, in seconds. */
const CHROME_MAX_S = 7_200;
const CHROME_DEFAULT_S = 5;
/** From here on a preflight costs little: it is sent once in ten minutes. */
const LONG_ENOUGH_S = 600;

/**
 * Says what the preflight of a call that passed cost, what makes it necessary, and what spares it. Empty without a
 * preflight, or where its time isn't known.
 * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export function preflightCost({ exchange, diagnosis }: JudgedExchange): readonly Sentence[] {
  const { preflight, method, url } = currentHop(exchange);
  if (diagnosis.outcome !== 'allowed' || preflight?.response == null || preflight.duration === undefined)
    return [];
  const { headerNames } = preflightQuestion(preflight, { origin: exchange.origin, method });
  const reasons = [...(isCorsSafelistedMethod(method) ? [] : [method]), ...headerNames];
  const isSimpleButForType = reasons.length === 1 && headerNames[0] === 'content-type';
  return [
    sentence('costPreflight', { reasons, time: inMs(preflight.duration) }),
    ...rememberedFor(preflight, URL.parse(url)?.host ?? url),
    ...(isSimpleButForType ? [sentence('costSimple', { type: 'Content-Type: text/plain' })] : []),
  ];
}

function rememberedFor({ response }: Preflight, host: string): readonly Sentence[] {
  const value = getHeader(response?.headerList ?? [], MAX_AGE);
  const example = `${MAX_AGE}: ${CHROME_MAX_S}`;
  if (value === null || !/^[+-]?\d+$/.test(value))
    return [
      sentence('costUnremembered', { example, header: MAX_AGE, host, seconds: String(CHROME_DEFAULT_S) }),
    ];
  return Number(value) >= LONG_ENOUGH_S
    ? []
    : [sentence('costShortMaxAge', { example, header: `${MAX_AGE}: ${value}`, host })];
}

function inMs(duration: number): string {
  return String(Math.max(1, Math.round(duration)));
}

/** Says what all preflights of a page cost. Null where there were fewer than two. @param exchanges in the order they began */
export function preflightsOfPage(exchanges: readonly Exchange[]): Sentence | null {
  const asked = new Map<string, number>();
  let [count, time, repeated] = [0, 0, 0];
  for (const exchange of exchanges) {
    for (const { preflight, url, method } of exchange.hops) {
      if (preflight?.response == null || preflight.duration === undefined) continue;
      const { headerNames } = preflightQuestion(preflight, { origin: exchange.origin, method });
      const key = JSON.stringify([exchange.origin, url, method, headerNames]);
      const before = asked.get(key);
      count++;
      time += preflight.duration;
      if (before !== undefined && exchange.startedAt - before < CHROME_MAX_S * 1_000) repeated++;
      asked.set(key, exchange.startedAt);
    }
  }
  if (count < 2) return null;
  return sentence('costOfPage', { count: String(count), repeated: String(repeated), time: inMs(time) });
}
