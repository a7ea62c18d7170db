import type { HeaderList } from '../../src/cors/header-list.ts';
import { tabOwner } from '../../src/cors/owner.ts';
import type { ObservedEvent, ObservedStep } from '../../src/observe/observed.ts';

const PAGE = 'http://localhost:5174';
export const URL_A = 'http://127.0.0.1:11434/a';

type Phase<P extends ObservedStep['phase']> = Omit<
  Extract<ObservedStep, { phase: P }>,
  'timeStamp' | 'url' | 'method'
>;

/** Writes events as Chromium sends them: one clock for all, each event a little later than the one before. */
export class Trace {
  readonly events: ObservedEvent[] = [];
  #clock = 1_000_000;
  #place = { frameId: 0, documentId: 'D' };

  /** What follows comes from another frame or document. */
  from(frameId: number, documentId: string): this {
    this.#place = { frameId, documentId };
    return this;
  }

  add<P extends ObservedStep['phase']>(id: number, method: string, step: Phase<P>, url = URL_A): this {
    this.#clock += 0.25;
    const source = {
      seenBy: 'webRequest' as const,
      requestId: String(id),
      owner: tabOwner(7),
      ...this.#place,
      initiator: PAGE,
      resourceType: 'xmlhttprequest',
    };
    const moment = { timeStamp: this.#clock, url, method };
    this.events.push({ source, step: { ...moment, ...step } as ObservedStep });
    return this;
  }

  begin(id: number, method: string, url = URL_A): this {
    return this.add<'before-request'>(id, method, { phase: 'before-request' }, url);
  }

  send(id: number, method: string, requestHeaders: HeaderList, url = URL_A): this {
    const headers: HeaderList = [['Origin', PAGE], ...requestHeaders];
    return this.add<'before-send-headers'>(
      id,
      method,
      { phase: 'before-send-headers', requestHeaders: headers },
      url,
    );
  }

  receive(id: number, method: string, status: number, headerList: HeaderList, url = URL_A): this {
    return this.add<'headers-received'>(
      id,
      method,
      { phase: 'headers-received', response: { status, headerList } },
      url,
    );
  }

  start(id: number, method: string, url = URL_A): this {
    return this.add<'response-started'>(id, method, { phase: 'response-started' }, url);
  }

  complete(id: number, method: string, url = URL_A): this {
    return this.add<'completed'>(id, method, { phase: 'completed' }, url);
  }

  fail(id: number, method: string, error = 'net::ERR_FAILED', url = URL_A): this {
    return this.add<'error'>(id, method, { phase: 'error', error }, url);
  }

  /** A preflight from its begin to its end. */
  preflight(id: number, asked: string, headerNames: string, status = 204, url = URL_A): this {
    return this.begin(id, 'OPTIONS', url)
      .send(
        id,
        'OPTIONS',
        [
          ['Access-Control-Request-Method', asked],
          ['Access-Control-Request-Headers', headerNames],
        ],
        url,
      )
      .receive(id, 'OPTIONS', status, [], url)
      .complete(id, 'OPTIONS', url);
  }
}

/** Preflighted calls to one URL, some of which are under way at a time. */
export function floodOf(calls: readonly number[], underWay: number): Trace {
  const trace = new Trace();
  for (const [n, id] of calls.entries()) {
    trace.begin(id, 'PUT').begin(id + 1, 'OPTIONS');
    trace.send(id + 1, 'OPTIONS', [
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', `x-${id}`],
    ]);
    const over = calls[n - underWay];
    if (over === undefined) continue;
    trace
      .receive(over + 1, 'OPTIONS', 405, [])
      .complete(over + 1, 'OPTIONS')
      .fail(over, 'PUT');
  }
  return trace;
}
