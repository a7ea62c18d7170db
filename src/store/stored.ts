import { type Owner, ownerKey, ownerOfKey } from '../cors/index.ts';
import { decodeRecord, type EncodedRecord, type ExchangeRecord, encodeRecord } from '../observe/index.ts';
import type { ObservedDocuments, Override } from '../override/index.ts';

/** A change of stored entries. Null for a removed key. */
export type StoreChange = ReadonlyMap<string, string | null>;

/** The version of the stored shapes. Texts of another version are dropped. */
const SCHEMA_VERSION = 11;

/** The top-level page of a tab. */
export interface Page {
  /** Serialized; `null` when opaque. */
  readonly origin: string;
  /** When it was navigated to, in ms since the epoch. */
  readonly since: number;
  /** The documents of the tab whose arrival was observed. */
  readonly documents: ObservedDocuments;
}

/** Counts the exchanges of a tab that were dropped to make room. */
export interface Dropped {
  /** All exchanges since the tab's list was last cleared. */
  readonly count: number;
  /** The exchanges that began since the page was navigated to. */
  readonly ofPage: number;
  /** When the page was navigated to, in ms since the epoch. */
  readonly since: number;
  /**
   * Requests that DevTools reported and that couldn't be stored, counted in the same way. webRequest may have observed
   * some of them.
   */
  readonly unheard: { readonly count: number; readonly ofPage: number };
  /** Requests that CORS decides nothing about, dropped to make room or never stored, counted in the same way. */
  readonly outside: { readonly count: number; readonly ofPage: number };
}

export const OVERRIDES_KEY = 'overrides';

export function exchangeKey(owner: Owner, id: string): string {
  return `exchange/${ownerKey(owner)}/${id}`;
}

/** Tells whether a key is an exchange's, without reading it. */
export function isExchangeKey(key: string): boolean {
  return key.startsWith('exchange/');
}

export function pageKey(tabId: number): string {
  return `page/${tabId}`;
}

export function droppedKey(tabId: number): string {
  return `dropped/${tabId}`;
}

/** Returns the key of one part of the index of an owner's exchanges. */
export function indexKey(owner: Owner, part: string): string {
  return `index/${ownerKey(owner)}/${part}`;
}

export function clearedKey(tabId: number): string {
  return `cleared/${tabId}`;
}

/** The meaning of a key. */
export type ParsedKey =
  | { readonly type: 'exchange'; readonly owner: Owner; readonly id: string }
  | { readonly type: 'index'; readonly owner: Owner }
  | { readonly type: TabKeyType; readonly tabId: number };

/** The key types of which each tab has one key. */
const TAB_KEY_TYPES = ['page', 'dropped', 'cleared'] as const;
type TabKeyType = (typeof TAB_KEY_TYPES)[number];

/** Reads a key. Returns null for a key without an owner. */
export function parseKey(key: string): ParsedKey | null {
  // Without a regular expression: this runs for thousands of keys when the worker starts.
  const afterWord = key.indexOf('/');
  const afterOwner = key.indexOf('/', afterWord + 1);
  const word = key.slice(0, Math.max(afterWord, 0));
  const owner = ownerOfKey(key.slice(afterWord + 1, afterOwner < 0 ? undefined : afterOwner));
  const part = afterOwner < 0 ? '' : key.slice(afterOwner + 1);
  if (owner === null) return null;
  if (word === 'exchange') return part === '' ? null : { type: word, owner, id: part };
  if (word === 'index') return part === '' ? null : { type: word, owner };
  const type = TAB_KEY_TYPES.find((one) => one === word);
  return type === undefined || owner.type !== 'tab' ? null : { type, tabId: owner.tabId };
}

/** The part of an exchange that the worker needs at its start, so that it needn't read the exchange itself. */
export interface IndexEntry {
  readonly id: string;
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch; null while it isn't over. */
  readonly endedAt: number | null;
  readonly blocked: boolean;
  /** Whether CORS decides nothing about it. */
  readonly outside: boolean;
  readonly overridden: boolean;
  /** Characters of the exchange's stored text. */
  readonly size: number;
}

type PackedEntry = readonly [string, string, number, number | null, boolean, boolean, boolean, number];

export function serializeIndex(entries: readonly IndexEntry[]): string {
  return serialize(
    entries.map(({ id, origin, startedAt, endedAt, blocked, outside, overridden, size }): PackedEntry => {
      return [id, origin, startedAt, endedAt, blocked, outside, overridden, size];
    }),
  );
}

/** Reads one part of the index. Returns no entries for a text of another version. */
export function parseIndex(text: string): readonly IndexEntry[] {
  const entries = parse<readonly PackedEntry[]>(text) ?? [];
  // By position: destructuring would iterate over each of thousands when the worker starts.
  return entries.map((entry) => ({
    id: entry[0],
    origin: entry[1],
    startedAt: entry[2],
    endedAt: entry[3],
    blocked: entry[4],
    outside: entry[5],
    overridden: entry[6],
    size: entry[7],
  }));
}

export function serialize(
  value: EncodedRecord | Page | Dropped | number | readonly Override[] | readonly PackedEntry[],
): string {
  return JSON.stringify({ schema: SCHEMA_VERSION, value });
}

export function serializeExchangeRecord(record: ExchangeRecord): string {
  return serialize(encodeRecord(record));
}

export function parseExchangeRecord(text: string): ExchangeRecord | null {
  const record = parse<EncodedRecord>(text);
  return record === null ? null : decodeRecord(record);
}

export function parsePage(text: string): Page | null {
  return parse<Page>(text);
}

export function parseDropped(text: string): Dropped | null {
  return parse<Dropped>(text);
}

/** Reads when a tab's list was cleared, in ms since the epoch. */
export function parseCleared(text: string): number | null {
  return parse<number>(text);
}

export function parseOverrides(text: string | null): readonly Override[] {
  return text === null ? [] : (parse<readonly Override[]>(text) ?? []);
}

/** Checks the schema number alone, since only this extension writes here. */
function parse<Value>(text: string): Value | null {
  const stored: { schema?: unknown; value: Value } = JSON.parse(text);
  return stored.schema === SCHEMA_VERSION ? stored.value : null;
}
