import { type Exchange, originOf, originOfHop } from '../cors/index.ts';
import { type AskedFor, askedFor } from '../stacks/index.ts';
import type { ExplanationContext } from './context.ts';
import { type Explanation, explain } from './explanation.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { cookiesByHost, cookiesFor } from './set-cookies.ts';
import type { StackChoice } from './stack-choice.ts';
import { allowedOrigins } from './warnings/allowed-origin.ts';

/** What the explanations of a tab's exchanges depend on, beside the exchanges. */
export interface SharedContext
  extends Omit<ExplanationContext, 'others' | 'cookiesSet' | 'askedFor' | 'stackChoice' | 'furtherOrigins'> {
  /** The stacks that the user named, by the server's origin. */
  readonly stackChoices: ReadonlyMap<string, StackChoice>;
  /** Serialized origins that a server is to allow beside the page's. */
  readonly furtherOrigins: (serverOrigin: string) => readonly string[];
}

/**
 * Explains many exchanges of one tab. What is gathered of the others is gathered once for each server, so that it costs
 * about the same for each exchange, however many there are.
 * @param seen all exchanges of the tab, in the order they began
 */
export function explainAll(
  rows: readonly JudgedExchange[],
  seen: readonly Exchange[],
  { stackChoices, furtherOrigins, ...shared }: SharedContext,
): readonly Explanation[] {
  const asked = new Map<string, AskedFor>();
  const others = othersByServer(seen);
  const cookies = cookiesByHost(seen);
  return rows.map((row) => {
    const { exchange } = row;
    const server = originOfHop(exchange, exchange.hops.length - 1);
    const key = `${exchange.origin} ${server}`;
    return explain(row, {
      ...shared,
      others: others.get(server) ?? [],
      cookiesSet: cookiesFor(exchange, cookies),
      get askedFor() {
        const known = asked.get(key) ?? askedFor(exchange, seen);
        asked.set(key, known);
        return known;
      },
      stackChoice: stackChoices.get(server) ?? null,
      furtherOrigins: furtherOrigins(server),
    });
  });
}

/** Exchanges by the servers that they came to: one for each way in which the server allowed origins. */
function othersByServer(seen: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  const byServer = new Map<string, Map<string, Exchange>>();
  for (const exchange of seen.filter(({ outside }) => outside === undefined)) {
    for (const server of new Set(exchange.hops.map(({ url }) => originOf(url)))) {
      const kinds = byServer.get(server) ?? new Map<string, Exchange>();
      kinds.set(JSON.stringify(allowedOrigins(exchange, server)), exchange);
      byServer.set(server, kinds);
    }
  }
  return new Map([...byServer].map(([server, kinds]) => [server, [...kinds.values()]]));
}
