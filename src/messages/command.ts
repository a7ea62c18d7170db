import type { Preflight } from '../cors/index.ts';
import type { FinishedRequest } from '../exchange/index.ts';
import { CONSENTS, type Consent } from '../override/index.ts';
import { isRecord, isTime, isUrl, parseFinishedRequest } from './finished-request.ts';

/** The commands that the extension's own pages send to the background worker. */
export type Command =
  | { readonly type: 'exportReport'; readonly tabId: number }
  | { readonly type: 'clearExchanges'; readonly tabId: number }
  | SetOverride
  | ProbePreflight
  | ReportFinished
  | ReportNavigation;

export interface SetOverride {
  readonly type: 'setOverride';
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly targetOrigin: string;
  readonly enabled: boolean;
  /** What the user consented to; without it none of these means is taken. */
  readonly allow?: readonly Consent[];
}

/** Sends the very preflight of an exchange again, to see what the server says now. */
export interface ProbePreflight {
  readonly type: 'probePreflight';
  /** The tab that is inspected; the exchange may belong to its page's service worker. */
  readonly tabId: number;
  readonly exchangeId: string;
}

/** Requests of the inspected tab that are over, as DevTools tells of them. */
export interface ReportFinished {
  readonly type: 'reportFinished';
  readonly tabId: number;
  readonly finished: readonly FinishedRequest[];
}

/** A new top-level page in the inspected tab. */
export interface ReportNavigation {
  readonly type: 'reportNavigation';
  readonly tabId: number;
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What a command is answered with, unless it asks for data. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** The preflight as it went this time, or why it wasn't sent. */
export type ProbeAnswer =
  | { readonly ok: true; readonly preflight: Preflight }
  | { readonly ok: false; readonly error: string };

/**
 * Reads a message that may be anything.
 * @returns the command, or `error`: one sentence naming the field that is wrong
 */
export function parseCommand(message: unknown): Command | { readonly error: string } {
  if (!isRecord(message)) return { error: 'The message is not an object.' };
  const { type, tabId } = message;
  const parse = typeof type === 'string' ? PARSERS.get(type) : undefined;
  if (parse === undefined) return { error: `Unknown message type: ${describe(type)}.` };
  if (typeof tabId !== 'number' || !Number.isInteger(tabId) || tabId < 0) {
    return { error: `tabId is not a tab's id: ${describe(tabId)}.` };
  }
  return parse(message, tabId);
}

type Parser = (message: Record<string, unknown>, tabId: number) => Command | { readonly error: string };

const PARSERS: ReadonlyMap<string, Parser> = new Map<Command['type'], Parser>([
  ['exportReport', (_message, tabId) => ({ type: 'exportReport', tabId })],
  ['clearExchanges', (_message, tabId) => ({ type: 'clearExchanges', tabId })],
  ['setOverride', parseSetOverride],
  ['probePreflight', parseProbePreflight],
  ['reportFinished', parseReportFinished],
  ['reportNavigation', parseReportNavigation],
]);

function parseProbePreflight(
  message: Record<string, unknown>,
  tabId: number,
): ProbePreflight | { readonly error: string } {
  const { exchangeId } = message;
  if (typeof exchangeId !== 'string' || exchangeId === '')
    return { error: `exchangeId is not a request's id: ${describe(exchangeId)}.` };
  return { type: 'probePreflight', tabId, exchangeId };
}

function parseReportFinished(
  message: Record<string, unknown>,
  tabId: number,
): ReportFinished | { readonly error: string } {
  const { finished } = message;
  if (!Array.isArray(finished)) return { error: `finished is not a list: ${describe(finished)}.` };
  const parsed = finished.map(parseFinishedRequest);
  const wrong = parsed.indexOf(null);
  if (wrong >= 0) return { error: `finished holds what is no request: ${describe(finished[wrong])}.` };
  return { type: 'reportFinished', tabId, finished: parsed.filter((request) => request !== null) };
}

function parseReportNavigation(
  message: Record<string, unknown>,
  tabId: number,
): ReportNavigation | { readonly error: string } {
  const { url, at } = message;
  if (!isUrl(url)) return { error: `url is not a URL: ${describe(url)}.` };
  if (!isTime(at)) return { error: `at is not a time: ${describe(at)}.` };
  return { type: 'reportNavigation', tabId, url, at };
}

function parseSetOverride(
  message: Record<string, unknown>,
  tabId: number,
): SetOverride | { readonly error: string } {
  const { pageOrigin, targetOrigin, enabled, allow } = message;
  if (!isSerializedOrigin(pageOrigin))
    return { error: `pageOrigin is not an origin: ${describe(pageOrigin)}.` };
  if (!isSerializedOrigin(targetOrigin)) {
    return { error: `targetOrigin is not an origin: ${describe(targetOrigin)}.` };
  }
  if (typeof enabled !== 'boolean') return { error: `enabled is not a boolean: ${describe(enabled)}.` };
  const command: SetOverride = { type: 'setOverride', tabId, pageOrigin, targetOrigin, enabled };
  if (allow === undefined) return command;
  if (!Array.isArray(allow)) return { error: `allow is not a list: ${describe(allow)}.` };
  const unknown = allow.find((consent) => !isConsent(consent));
  if (unknown !== undefined || allow.includes(undefined)) {
    return { error: `allow holds an unknown means: ${describe(unknown)}.` };
  }
  return { ...command, allow: allow.filter(isConsent) };
}

function isSerializedOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { origin, protocol } = new URL(value);
  return origin === value && (protocol === 'http:' || protocol === 'https:');
}

function isConsent(value: unknown): value is Consent {
  return CONSENTS.some((consent) => consent === value);
}

/** A short, safe way to name a value that is not what it should be. */
function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
