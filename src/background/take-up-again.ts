import { SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import type { FinishedRequest } from '../observe/index.ts';
import type { StoredExchange } from './exchange-index.ts';
import { SerialQueue } from './serial-queue.ts';
import type { State } from './state.ts';

/** One after the other, so that what DevTools tells at once is read once. */
const queue = new SerialQueue();

/**
 * Takes up again the requests that may be what DevTools tells of, if an earlier worker stored them and the ledger doesn't
 * remember them. DevTools tells until a worker replies, which may be long after a request's end.
 */
export function takeUpAgain(state: State, tabId: number, finished: FinishedRequest): Promise<void> {
  return queue.run(async () => {
    const forgotten = [tabOwner(tabId), SERVICE_WORKER]
      .flatMap((owner) => state.exchanges.index.of(owner))
      .filter((stored) => isOfEarlierWorker(stored) && state.ledger.mayBe(stored, finished))
      .filter(({ id }) => state.ledger.find(id) === null);
    if (forgotten.length === 0) return;
    for (const record of await state.exchanges.readAll(forgotten)) {
      const id = (record.request ?? record.preflights[0]?.preflight)?.source.requestId;
      // An event may have come meanwhile.
      if (id !== undefined && state.ledger.find(id) === null) state.ledger.restore(record);
    }
  });
}

function isOfEarlierWorker({ firstSeenAt }: StoredExchange): boolean {
  return firstSeenAt <= 0;
}
