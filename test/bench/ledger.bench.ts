import { bench, describe } from 'vitest';
import { Ledger } from '../../src/observe/ledger.ts';
import { Trace } from '../observe/trace.ts';

/** As many calls to one URL that need no preflight. All end before the ledger forgets the first. */
function callsTo(count: number): Trace['events'] {
  const trace = new Trace();
  for (let id = 1; id <= count; id++) trace.begin(id, 'GET').fail(id, 'GET');
  return trace.events;
}
const [few, many] = [callsTo(500), callsTo(5_000)];

function replay(events: Trace['events']): void {
  const ledger = new Ledger(() => 0);
  for (const event of events) ledger.reduce(event);
}

describe('calls to one URL without preflights', () => {
  bench('500', () => replay(few));
  bench('5,000', () => replay(many));
});
