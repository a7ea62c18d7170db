import type { HeaderList, Response } from '../cors/index.ts';
import { MAX_EARLIER_HOP_VALUE_CHARS } from './limits.ts';
import type { ObservedStep } from './observed.ts';
import { chainOf } from './observed-chain.ts';
import type { ExchangeRecord } from './record.ts';
import { truncate } from './truncate.ts';

/** The headers that checks read in an earlier hop. */
const JUDGED = /^(?:origin|location|sec-fetch-mode|access-control-allow-(?:origin|credentials))$/i;

/**
 * Drops everything from earlier redirect hops that no check reads. Their preflights passed, so they are dropped too.
 */
export function withoutOldHops(record: ExchangeRecord): ExchangeRecord {
  const { request, preflights } = record;
  if (request === null) return record;
  const { steps } = request;
  const current = steps.findLastIndex(({ phase }) => phase === 'before-redirect');
  const [first, ...rest] = steps.map((step, index) => (index < current ? shortenedStep(step) : step));
  const lastHop = chainOf(request).hops.length - 1;
  return {
    ...record,
    request: { ...request, steps: [first ?? steps[0], ...rest] },
    preflights: preflights.filter(({ hopIndex }) => hopIndex === lastHop),
  };
}

function shortenedStep(step: ObservedStep): ObservedStep {
  const url = truncate(step.url, MAX_EARLIER_HOP_VALUE_CHARS);
  switch (step.phase) {
    case 'headers-planned':
    case 'before-send-headers':
      return { ...step, url, requestHeaders: judged(step.requestHeaders) };
    case 'headers-received':
      return { ...step, url, response: shortenedAnswer(step.response) };
    case 'before-redirect':
      return { ...step, url, redirectUrl: truncate(step.redirectUrl, MAX_EARLIER_HOP_VALUE_CHARS) };
    case 'before-request':
    case 'response-started':
    case 'completed':
    case 'error':
      return { ...step, url };
  }
}

function shortenedAnswer({ status, headerList, checkedHeaderList: checked }: Response): Response {
  const answer = { status, headerList: judged(headerList) };
  return checked === undefined ? answer : { ...answer, checkedHeaderList: judged(checked) };
}

function judged(list: HeaderList): HeaderList {
  return list
    .filter(([name]) => JUDGED.test(name))
    .map(([name, value]) => [name, truncate(value, MAX_EARLIER_HOP_VALUE_CHARS)] as const);
}
