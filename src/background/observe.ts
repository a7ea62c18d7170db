import { type Owner, tabOwner } from '../cors/index.ts';
import {
  type DevtoolsNote,
  type Observed,
  type ObservedEvent,
  type RequestRecord,
  toExchange,
} from '../observe/index.ts';
import { concerns, isOn, mayHaveChanged, pageHeaders, serverAnswer } from '../override/index.ts';
import type { State } from './state.ts';

/** Handles one event: stores the exchanges that it changes, and adds them to the observations of overrides. */
export function observe(state: State, event: ObservedEvent): void {
  const { owner } = event.source;
  if (owner.type === 'tab' && state.closedTabs.has(owner.tabId)) return;
  for (const [id, observed] of state.ledger.reduce(asSent(state, event))) keep(state, owner, id, observed);
}

/** Stores a record that no event made, with its preflight, if that is known or becomes so. */
export function adopt(state: State, record: RequestRecord): void {
  const { owner } = record.request.source;
  for (const [id, observed] of state.ledger.adopt(record)) keep(state, owner, id, observed);
}

/**
 * The event with the headers of the page and of the server. Where rules don't see answers, the browser shows those that an
 * override has set.
 */
function asSent(state: State, event: ObservedEvent): ObservedEvent {
  const overrides = state.overrides.all();
  if (overrides.every(({ rulesSeeAnswers }) => rulesSeeAnswers)) return event;
  const { source, step } = event;
  const request = { owner: source.owner, url: step.url, method: step.method };
  switch (step.phase) {
    case 'headers-received':
      return { source, step: { ...step, response: serverAnswer(overrides, request, step.response) } };
    case 'headers-planned':
    case 'before-send-headers': {
      const requestHeaders = pageHeaders(overrides, request, source.initiator, step.requestHeaders);
      return { source, step: { ...step, requestHeaders } };
    }
    case 'before-request':
    case 'before-redirect':
    case 'response-started':
    case 'completed':
    case 'error':
      return event;
  }
}

/** Adds what DevTools says about a request. An exchange that was cleared in the meantime stays cleared. */
export function annotate(state: State, tabId: number, id: string, note: DevtoolsNote): void {
  const observed = state.ledger.annotate(id, note);
  const owner = observed?.request?.source.owner ?? tabOwner(tabId);
  if (observed !== null && state.exchanges.get(owner, id) !== undefined) keep(state, owner, id, observed);
}

function keep(state: State, owner: Owner, id: string, observed: Observed | null): void {
  const exchange = observed === null ? null : toExchange({ ...observed, overridden: false });
  if (observed === null || exchange === null) {
    state.exchanges.remove(owner, id);
    return;
  }
  if (exchange.outside !== undefined) {
    state.exchanges.put({ ...observed, overridden: false });
    return;
  }
  const overridden =
    state.exchanges.get(owner, id)?.overridden === true ||
    state.overrides.all().some((one) => mayHaveChanged(one, exchange));
  state.exchanges.put({ ...observed, overridden });
  if (!state.overrides.all().some((one) => isOn(one) && concerns(one, exchange))) return;
  // The override allows newly requested headers from now on, often before the server has answered.
  state.overrides.observe({ ...exchange, overridden }).catch((error: unknown) => {
    console.error('An override could not record what a call needs.', error);
  });
}
