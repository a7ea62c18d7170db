/**
 * Waits for an answer, but not for ever: a browser's API may never give one.
 * @param timeout in ms
 * @param late what it is rejected with then
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
