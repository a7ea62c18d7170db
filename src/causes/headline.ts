import { currentHop, type Diagnosis, type Exchange, getHeader, hostOfHop } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause } from './cause.ts';
import { causeHeadline } from './lookup.ts';
import { isLoginLike, leadsBack } from './redirect-target.ts';

/** Says exactly what is wrong with an exchange, in one sentence. */
export function headline(exchange: Exchange, diagnosis: Diagnosis, cause: Cause | null): Sentence {
  if (exchange.outside !== undefined && cause !== null) return causeHeadline(exchange, cause);
  switch (diagnosis.outcome) {
    case 'blocked':
    case 'failed':
      return cause === null
        ? sentence('headlineBlocked', { host: lastHost(exchange) })
        : causeHeadline(exchange, cause);
    case 'pending':
      return sentence('headlinePending', { host: lastHost(exchange) });
    case 'allowed':
      return ofPassed(exchange, diagnosis);
  }
}

function ofPassed(exchange: Exchange, diagnosis: Diagnosis): Sentence {
  const host = lastHost(exchange);
  const thanks = exchange.overridden && diagnosis.failures.length > 0;
  const { url, response } = currentHop(exchange);
  const status = response?.status ?? 0;
  if (status >= 400) {
    return sentence(thanks ? 'headlineOverriddenStatus' : 'headlinePassedStatus', {
      host,
      status: String(status),
    });
  }
  if (isLoginPage(exchange)) {
    return sentence(thanks ? 'headlineOverriddenLogin' : 'headlinePassedLogin', { url });
  }
  return sentence(thanks ? 'headlineOverridden' : 'headlinePassed', { host });
}

/**
 * Returns whether the call got a login page: its URL looks like a login's, or a redirect told it which URL to return
 * to.
 */
export function isLoginPage(exchange: Exchange): boolean {
  const { url, response } = currentHop(exchange);
  const type = response === null ? null : getHeader(response.headerList, 'Content-Type');
  const before = exchange.hops.at(-2);
  const isLogin = isLoginLike(url) || (before !== undefined && leadsBack(before.url, url));
  return isLogin && /^text\/html\b/i.test(type ?? '');
}

function lastHost(exchange: Exchange): string {
  return hostOfHop(exchange, exchange.hops.length - 1);
}
