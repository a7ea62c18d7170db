/**
 * Waits for a promise for a limited time, since a browser's API may never settle one.
 * @param timeout in ms
 * @param late makes the error for a promise that isn't settled in time
 */
export async function within<Value>(
  timeout: number,
  answer: Promise<Value>,
  late: (message: string) => Error = (message) => new Error(message),
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rejected = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late(`There was no answer within ${timeout} ms.`)), timeout);
  });
  return await Promise.race([answer, rejected]).finally(() => clearTimeout(timer));
}
