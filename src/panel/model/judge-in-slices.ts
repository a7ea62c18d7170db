import { ownProfile } from '../../browser/own-profile.ts';
import { type SeenAnswers, seenAnswers } from '../../causes/index.ts';
import type { Exchange } from '../../cors/index.ts';
import { isJudged, type JudgedExchange, judge } from '../../explain/index.ts';

/** How long one slice may take, in ms: then the panel draws and listens before it goes on. */
const SLICE = 30;

/** How many URLs that are no longer in the list may be remembered at least. */
const SPARE_URLS = 1_000;

/**
 * Judges exchanges in slices of 30 ms, and publishes their rows in the order in which the calls began. Publishes the
 * first slice at once, so that there is something to read, and the rest when all are done and no more are to come. What
 * was judged before is free.
 * @param publish is also told whether these are all
 */
export function judgeInSlices(
  publish: (rows: readonly JudgedExchange[], areAll: boolean) => void,
): (exchanges: readonly Exchange[], isComplete: boolean) => void {
  let wanted: readonly Exchange[] = [];
  let noMore = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let empty = true;
  let seen = seenAnswers();
  const judgeSlice = () => {
    const count = judgedUntil(performance.now() + SLICE, wanted, seen);
    if (count < wanted.length) timer = setTimeout(judgeSlice);
    const areAll = noMore && count === wanted.length;
    if (!areAll && !empty) return;
    empty = count === 0;
    publish(
      wanted.slice(0, count).map((exchange) => judge(exchange, ownProfile())),
      areAll,
    );
  };
  return (exchanges, isComplete) => {
    noMore = isComplete;
    // The list was cleared: what was seen before it counts no more. Nor does what was seen of most URLs, once they have
    // left the list.
    if (exchanges.length === 0 || seen.urlCount() > 2 * exchanges.length + SPARE_URLS) seen = seenAnswers();
    // What is only judged, and not published yet, may be in any order.
    const inOrder = empty || isComplete;
    wanted = inOrder ? exchanges.toSorted((one, other) => one.startedAt - other.startedAt) : exchanges;
    clearTimeout(timer);
    judgeSlice();
  };
}

/** Judges one after the other. @returns how many of them are done when the time is up */
function judgedUntil(time: number, exchanges: readonly Exchange[], seen: SeenAnswers): number {
  for (const [index, exchange] of exchanges.entries()) {
    seen.add(exchange);
    if (!judgeBefore(time, exchange, seen)) return index;
  }
  // What the later ones have shown may tell more of the earlier ones.
  for (const [index, exchange] of exchanges.entries()) {
    if (!judgeBefore(time, exchange, seen)) return index;
  }
  return exchanges.length;
}

/** @returns whether there was time for it */
function judgeBefore(time: number, exchange: Exchange, seen: SeenAnswers): boolean {
  const beside = seen.beside(exchange);
  if (!isJudged(exchange, beside) && performance.now() > time) return false;
  judge(exchange, ownProfile(), beside);
  return true;
}
