/**
 * The first value of a feed that is wanted.
 * @param subscribe calls back with each value, and returns a function that unsubscribes
 */
export function firstOf<Value>(
  subscribe: (listener: (value: Value) => void) => () => void,
  isWanted: (value: Value) => boolean = () => true,
): Promise<Value> {
  return new Promise((resolve) => {
    const unsubscribe = subscribe((value) => {
      if (!isWanted(value)) return;
      // A feed may call back before it has returned.
      queueMicrotask(() => unsubscribe());
      resolve(value);
    });
  });
}
