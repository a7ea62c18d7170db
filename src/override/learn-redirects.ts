import { currentHop, type Exchange, getHeader, taintedOrigins } from '../cors/index.ts';
import { isTruncatedUrl } from '../observe/index.ts';
import { type Lessons, LONGEST_URL, type TaintingRedirect } from './lessons.ts';

/** How many redirects are kept, the newest: each costs one or more rules. */
const REDIRECTS_KEPT = 30;

/**
 * Learns the redirects that led to a hop with a tainted origin, and that the hop is under way unless they were known
 * before. The first one taints; of those after it, only one whose Location has a fragment loses the mark that the first
 * one is given.
 */
export function learnRedirects(lessons: Lessons, exchange: Exchange, index: number, now: number): Lessons {
  const { taintedRequests } = lessons;
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
    lessons.taintingRedirects.find(
      ({ from, fromIsTainted, location, to }) =>
        from === step.from &&
        fromIsTainted === step.fromIsTainted &&
        location === step.location &&
        to === step.to,
    );
  const keepable = steps.filter(({ from, location, to }) =>
    [from, location, to].every(({ length }) => length <= LONGEST_URL),
  );
  const fresh = keepable.filter((step) => knownOf(step) === undefined);
  const unmarked =
    steps.length === 0 ||
    steps.some((step) => exchange.startedAt <= (knownOf(step)?.since ?? exchange.startedAt));
  const { url: to, response: answer } = exchange.hops[index] ?? currentHop(exchange);
  const short = to.length <= LONGEST_URL && !isTruncatedUrl(to);
  const underWay = short && exchange.outcome.type === 'pending' && answer === null && unmarked;
  const listed = taintedRequests.some((one) => one.exchangeId === exchange.id && one.url === to);
  if (fresh.length === 0 && underWay === listed) return lessons;
  const others = taintedRequests.filter((one) => one.exchangeId !== exchange.id);
  return {
    ...lessons,
    taintingRedirects: [
      ...lessons.taintingRedirects,
      ...fresh.map((step) => ({ ...step, since: now })),
    ].slice(-REDIRECTS_KEPT),
    taintedRequests: (underWay ? [...others, { exchangeId: exchange.id, url: to }] : others).slice(
      -REDIRECTS_KEPT,
    ),
  };
}
