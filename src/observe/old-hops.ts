import type { HeaderList } from '../cors/index.ts';
import type { ObservedStep } from './observed.ts';
import { chainOf } from './observed-chain.ts';
import type { ExchangeRecord } from './record.ts';
import { cut } from './truncate.ts';

/** Characters that are kept of a URL, and of a header's value: more than what passes could have. */
const LENGTH = 1_000;

/** What a redirect is judged by. */
const JUDGED = /^(?:origin|location|sec-fetch-mode|access-control-allow-(?:origin|credentials))$/i;

/**
 * The record of a request that was redirected, with of its earlier hops only what they are judged by: their preflights,
 * which were good, are left out.
 */
export function withoutOldHops(record: ExchangeRecord): ExchangeRecord {
  const { request, preflights } = record;
  if (request === null) return record;
  const { steps } = request;
  const current = steps.findLastIndex(({ phase }) => phase === 'before-redirect');
  const [first, ...rest] = steps.map((step, index) => (index < current ? shortened(step) : step));
  const lastHop = chainOf(request).hops.length - 1;
  return {
    ...record,
    request: { ...request, steps: [first ?? steps[0], ...rest] },
    preflights: preflights.filter(({ hopIndex }) => hopIndex === lastHop),
  };
}

function shortened(step: ObservedStep): ObservedStep {
  const url = cut(step.url, LENGTH);
  switch (step.phase) {
    case 'before-send-headers':
      return { ...step, url, requestHeaders: judged(step.requestHeaders) };
    case 'headers-received':
      return { ...step, url, response: { ...step.response, headerList: judged(step.response.headerList) } };
    case 'before-redirect':
      return { ...step, url, redirectUrl: cut(step.redirectUrl, LENGTH) };
    case 'before-request':
    case 'response-started':
    case 'completed':
    case 'error':
      return { ...step, url };
  }
}

function judged(list: HeaderList): HeaderList {
  return list
    .filter(([name]) => JUDGED.test(name))
    .map(([name, value]) => [name, cut(value, LENGTH)] as const);
}
