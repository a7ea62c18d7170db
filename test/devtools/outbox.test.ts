import { expect, test, vi } from 'vitest';
import { Outbox } from '../../src/devtools/outbox.ts';
import type { FinishedRequest } from '../../src/exchange/index.ts';

function finished(n: number): FinishedRequest {
  return {
    requestId: String(n),
    url: `http://127.0.0.1:11434/${n}`,
    method: 'GET',
    resourceType: 'fetch',
    startedAt: n,
    endedAt: n,
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    redirectUrl: null,
    error: null,
    location: null,
  };
}

const all = Array.from({ length: 5_000 }, (_, n) => finished(n));

/** A worker that is stopped at the first attempt of each message, of every other one after it has heard. */
function forgetful() {
  const heard: string[] = [];
  const tried = new Set<string>();
  const send = async (batch: readonly FinishedRequest[]) => {
    const key = batch[0]?.requestId ?? '';
    const stopped = !tried.has(key);
    tried.add(key);
    if (!stopped || tried.size % 2 === 0) heard.push(...batch.map(({ requestId }) => requestId));
    await new Promise((resolve) => setTimeout(resolve));
    if (stopped) throw new Error('The message channel closed before a response was received.');
  };
  return { heard, send };
}

test('everything is heard, however often the worker is stopped', async () => {
  const { heard, send } = forgetful();
  const outbox = new Outbox(send);
  for (const request of all) outbox.add(request);
  await expect.poll(() => new Set(heard).size).toBe(all.length);
});

test('a worker that never answers is given up, and what comes later still sent', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const sent: number[] = [];
  const outbox = new Outbox(async ([first]) => {
    sent.push(Number(first?.requestId));
    if (first?.requestId === '0') throw new Error('gone');
  });
  outbox.add(finished(0));
  await expect.poll(() => said.mock.calls.length).toBe(1);
  outbox.add(finished(1));
  expect(sent).toEqual([0, 0, 0, 1]);
  said.mockRestore();
});
