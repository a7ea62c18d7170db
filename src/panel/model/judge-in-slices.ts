import type { Exchange } from '../../cors/index.ts';
import { isJudged, type JudgedExchange, judge } from '../../explain/index.ts';

/** How long one slice may take, in ms: then the panel draws and listens before it goes on. */
const SLICE = 30;

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
  const judgeSlice = () => {
    const count = judgedUntil(performance.now() + SLICE, wanted);
    if (count < wanted.length) timer = setTimeout(judgeSlice);
    const areAll = noMore && count === wanted.length;
    if (!areAll && !empty) return;
    empty = count === 0;
    publish(wanted.slice(0, count).map(judge), areAll);
  };
  return (exchanges, isComplete) => {
    noMore = isComplete;
    // What is only judged, and not published yet, may be in any order.
    const inOrder = empty || isComplete;
    wanted = inOrder ? exchanges.toSorted((one, other) => one.startedAt - other.startedAt) : exchanges;
    clearTimeout(timer);
    judgeSlice();
  };
}

/** Judges one after the other. @returns how many of them are done when the time is up */
function judgedUntil(time: number, exchanges: readonly Exchange[]): number {
  for (const [index, exchange] of exchanges.entries()) {
    if (!isJudged(exchange) && performance.now() > time) return index;
    judge(exchange);
  }
  return exchanges.length;
}
