import type { AgentQuery } from '../report/index.ts';

/**
 * Reads what an agent asks.
 * @throws TypeError that says what an agent may ask
 */
export function readQuery(query: unknown): AgentQuery {
  if (query === undefined) return {};
  if (typeof query !== 'object' || query === null) throw wrong();
  const { tabId, url, ...others } = { tabId: undefined, url: undefined, ...query };
  if (Object.keys(others).length > 0) throw wrong();
  return {
    ...(tabId === undefined ? {} : { tabId: tabIn(tabId) }),
    ...(url === undefined ? {} : { url: textIn(url) }),
  };
}

function tabIn(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong();
  return value;
}

function textIn(value: unknown): string {
  if (typeof value !== 'string') throw wrong();
  return value;
}

function wrong(): TypeError {
  return new TypeError('explain() takes { tabId?: number, url?: string }, url being part of a called URL.');
}
