import { currentHop, type Exchange, getHeader, taintedOrigins } from '../cors/index.ts';
import { isTruncatedUrl } from '../observe/index.ts';
import { MAX_RULE_URL_CHARS, type TaintingRedirect, type TargetObservations } from './target-observations.ts';

/** Only the newest redirects are kept, because each costs one or more rules. */
const MAX_REDIRECTS = 30;

/**
 * Adds the redirects that led to a hop with a tainted origin. Adds the hop as a pending request if a redirect was still
 * unknown when its exchange began. A redirect after the first is only added if its Location has a fragment: that fragment
 * replaces the mark that the override puts on the first.
 * @param index of the hop in the exchange
 * @param now ms since the epoch
 */
export function withRedirects(
  observations: TargetObservations,
  exchange: Exchange,
  index: number,
  now: number,
): TargetObservations {
  const { taintedRequests } = observations;
  const tainted = taintedOrigins(exchange);
  const steps = exchange.hops.slice(0, index + 1).flatMap((hop, at): Omit<TaintingRedirect, 'since'>[] => {
    const previous = exchange.hops[at - 1];
    if (previous === undefined || tainted[at] !== true) return [];
    const { response } = previous;
    const location = response === null ? null : getHeader(response.headerList, 'Location');
    const fromIsTainted = tainted[at - 1] === true;
    if (location === null || (fromIsTainted && !location.includes('#'))) return [];
    return [{ from: previous.url, fromIsTainted, location, to: hop.url }];
  });
  const knownOf = (step: Omit<TaintingRedirect, 'since'>) =>
    observations.taintingRedirects.find(
      ({ from, fromIsTainted, location, to }) =>
        from === step.from &&
        fromIsTainted === step.fromIsTainted &&
        location === step.location &&
        to === step.to,
    );
  const keepable = steps.filter(({ from, location, to }) =>
    [from, location, to].every(({ length }) => length <= MAX_RULE_URL_CHARS),
  );
  const fresh = keepable.filter((step) => knownOf(step) === undefined);
  const unmarked =
    steps.length === 0 ||
    steps.some((step) => exchange.startedAt <= (knownOf(step)?.since ?? exchange.startedAt));
  const { url: to, response: answer } = exchange.hops[index] ?? currentHop(exchange);
  const short = to.length <= MAX_RULE_URL_CHARS && !isTruncatedUrl(to);
  const underWay = short && exchange.outcome.type === 'pending' && answer === null && unmarked;
  const listed = taintedRequests.some((one) => one.exchangeId === exchange.id && one.url === to);
  if (fresh.length === 0 && underWay === listed) return observations;
  const others = taintedRequests.filter((one) => one.exchangeId !== exchange.id);
  return {
    ...observations,
    taintingRedirects: [
      ...observations.taintingRedirects,
      ...fresh.map((step) => ({ ...step, since: now })),
    ].slice(-MAX_REDIRECTS),
    taintedRequests: (underWay ? [...others, { exchangeId: exchange.id, url: to }] : others).slice(
      -MAX_REDIRECTS,
    ),
  };
}
