import { expect, test } from 'vitest';
import { firstOf } from '../../src/agent/first-of.ts';

test('the first wanted value is taken, and the feed is left', async () => {
  let listeners = 0;
  const value = await firstOf<number>(
    (listener) => {
      listeners++;
      // One feed calls back before it returns, others later.
      listener(1);
      setTimeout(() => listener(2));
      return () => {
        listeners--;
      };
    },
    (one) => one > 1,
  );
  expect(value).toBe(2);
  expect(listeners).toBe(0);
});

test('a feed that calls back before it returns is left, too', async () => {
  let isLeft = false;
  await firstOf<number>((listener) => {
    listener(1);
    return () => {
      isLeft = true;
    };
  });
  expect(isLeft).toBe(true);
});
