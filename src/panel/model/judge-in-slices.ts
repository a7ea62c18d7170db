import type { Exchange } from '../../cors/index.ts';
import { isJudged, type Row, rowOf } from '../../explain/judged-exchange.ts';

/** How long one slice may take, in ms: then the panel draws and listens before it goes on. */
const SLICE = 30;

/**
 * Hands out the rows of the exchanges it is given, in the order they began. Thousands at once, as when the panel opens,
 * are judged in slices: those of the first are handed out as soon as they are there, so that there is something to
 * read, the others all together, once there are no more to come. What was judged before has never to wait.
 * @param handOut is also told whether these are all
 */
export function judgeInSlices(
  handOut: (rows: readonly Row[], areAll: boolean) => void,
): (exchanges: readonly Exchange[], isComplete: boolean) => void {
  let wanted: readonly Exchange[] = [];
  let noMore = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let empty = true;
  const judge = () => {
    const count = judgedUntil(performance.now() + SLICE, wanted);
    if (count < wanted.length) timer = setTimeout(judge);
    const areAll = noMore && count === wanted.length;
    if (!areAll && !empty) return;
    empty = count === 0;
    handOut(wanted.slice(0, count).map(rowOf), areAll);
  };
  return (exchanges, isComplete) => {
    noMore = isComplete;
    // What is only judged, and not handed out yet, may be in any order.
    const inOrder = empty || isComplete;
    wanted = inOrder ? exchanges.toSorted((one, other) => one.startedAt - other.startedAt) : exchanges;
    clearTimeout(timer);
    judge();
  };
}

/** Judges one after the other. @returns how many of them are done when the time is up */
function judgedUntil(time: number, exchanges: readonly Exchange[]): number {
  for (const [index, exchange] of exchanges.entries()) {
    if (!isJudged(exchange) && performance.now() > time) return index;
    rowOf(exchange);
  }
  return exchanges.length;
}
