import type { Exchange } from '../../src/cors/exchange.ts';
import type { ExplanationContext } from '../../src/explain/context.ts';
import { cookiesByHost, cookiesFor } from '../../src/explain/set-cookies.ts';
import { NO_POLICY } from '../../src/override/policy.ts';
import { askedFor } from '../../src/stacks/server-need.ts';
import { PAGE } from '../cors/sample-exchange.ts';

/** A context in which nothing else was seen, and nothing was chosen. */
export function sampleContext(exchange: Exchange): ExplanationContext {
  return {
    others: [],
    cookiesSet: cookiesFor(exchange, cookiesByHost([exchange])),
    askedFor: askedFor(exchange),
    overrides: [],
    pageOrigin: PAGE,
    canAnswerPreflights: true,
    policy: NO_POLICY,
    devServer: 'vite',
    stackChoice: null,
    furtherOrigins: [],
  };
}
