import { ownProfile } from '../../browser/own-browser.ts';
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
  let empty = true;
  let seen = seenAnswers();
  let steps = judging(wanted, seen);
  const judgeSlice = () => {
    const until = performance.now() + SLICE;
    let step = steps.next();
    while (step.done !== true && performance.now() <= until) step = steps.next();
    const isDone = step.done === true;
    if (!isDone) judgeOn();
    const areAll = noMore && isDone;
    if (!areAll && !empty) return;
    const judged = wanted.slice(0, step.value);
    empty = judged.length === 0;
    publish(
      judged.map((exchange) => judge(exchange, ownProfile())),
      areAll,
    );
  };
  // A timer would wait 4 ms each time: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers
  const judgeOn = () => {
    const begun = steps;
    scheduler.postTask(() => {
      if (steps === begun) judgeSlice();
    });
  };
  return (exchanges, isComplete) => {
    noMore = isComplete;
    // The list was cleared: what was seen before it counts no more. Nor does what was seen of most URLs, once they have
    // left the list.
    if (exchanges.length === 0 || seen.urlCount() > 2 * exchanges.length + SPARE_URLS) seen = seenAnswers();
    // What is only judged, and not published yet, may be in any order.
    const inOrder = empty || isComplete;
    wanted = inOrder ? exchanges.toSorted((one, other) => one.startedAt - other.startedAt) : exchanges;
    steps = judging(wanted, seen);
    judgeSlice();
  };
}

/** Judges one after the other. @yields before each that takes time, how many are judged @returns that of the end */
function* judging(exchanges: readonly Exchange[], seen: SeenAnswers): Generator<number, number> {
  for (const [index, exchange] of exchanges.entries()) {
    seen.add(exchange);
    const beside = seen.beside(exchange);
    if (!isJudged(exchange, beside)) yield index;
    judge(exchange, ownProfile(), beside);
  }
  // What the later ones have shown may tell more of the earlier ones.
  for (const exchange of exchanges) {
    const beside = seen.beside(exchange);
    if (!isJudged(exchange, beside)) yield exchanges.length;
    judge(exchange, ownProfile(), beside);
  }
  return exchanges.length;
}
