import { type Owner, ownerKey, ownerOfKey } from '../cors/index.ts';
import { decodeRecord, type EncodedRecord, type ExchangeRecord, encodeRecord } from '../observe/index.ts';
import type { Override, WitnessedDocuments } from '../override/index.ts';

/** A change of what is stored; null for a removed key. */
export type StoreChange = ReadonlyMap<string, string | null>;

/** Raised when a stored shape changes; what another version wrote is dropped. */
const SCHEMA = 7;

/** The top-level page of a tab. */
export interface Page {
  /** Serialized; `null` when opaque. */
  readonly origin: string;
  /** When it was navigated to, in ms since the epoch. */
  readonly since: number;
  /** The documents that the tab holds, as far as their coming was seen. */
  readonly documents: WitnessedDocuments;
}

/** How many of the exchanges that a tab shows were dropped to make room. */
export interface Dropped {
  /** Since its list was last cleared. */
  readonly count: number;
  /** Of those, how many began since the page was navigated to. */
  readonly ofPage: number;
  /** When that page was, in ms since the epoch. */
  readonly since: number;
  /** How many requests DevTools told of that couldn't be stored, counted in the same way. Some may have been seen otherwise. */
  readonly unheard: { readonly count: number; readonly ofPage: number };
}

export const OVERRIDES_KEY = 'overrides';

export function exchangeKey(owner: Owner, id: string): string {
  return `exchange/${ownerKey(owner)}/${id}`;
}

export function pageKey(tabId: number): string {
  return `page/${tabId}`;
}

export function droppedKey(tabId: number): string {
  return `dropped/${tabId}`;
}

/** One part of the index of an owner's exchanges. */
export function indexKey(owner: Owner, part: string): string {
  return `index/${ownerKey(owner)}/${part}`;
}

export function clearedKey(tabId: number): string {
  return `cleared/${tabId}`;
}

/** What a key stands for. */
export type ParsedKey =
  | { readonly type: 'exchange'; readonly owner: Owner; readonly id: string }
  | { readonly type: 'index'; readonly owner: Owner }
  | { readonly type: TabKeyType; readonly tabId: number };

/** Of each there is one for a tab. */
const TAB_KEY_TYPES = ['page', 'dropped', 'cleared'] as const;
type TabKeyType = (typeof TAB_KEY_TYPES)[number];

/** What a key stands for, or null for one that is nobody's. */
export function parseKey(key: string): ParsedKey | null {
  const [, word, whose = '', part] = /^([a-z]+)\/([^/]+)(?:\/(.+))?$/.exec(key) ?? [];
  const owner = ownerOfKey(whose);
  if (owner === null) return null;
  if (word === 'exchange') return part === undefined ? null : { type: word, owner, id: part };
  if (word === 'index') return part === undefined ? null : { type: word, owner };
  const type = TAB_KEY_TYPES.find((one) => one === word);
  return type === undefined || owner.type !== 'tab' ? null : { type, tabId: owner.tabId };
}

/** What the worker has to know of an exchange when it starts, without reading it. */
export interface IndexEntry {
  readonly id: string;
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch; null while it isn't over. */
  readonly endedAt: number | null;
  readonly blocked: boolean;
  readonly overridden: boolean;
  /** Characters of the exchange's stored text. */
  readonly size: number;
}

type PackedEntry = readonly [string, string, number, number | null, boolean, boolean, number];

export function serializeIndex(entries: readonly IndexEntry[]): string {
  return serialize(
    entries.map(({ id, origin, startedAt, endedAt, blocked, overridden, size }): PackedEntry => {
      return [id, origin, startedAt, endedAt, blocked, overridden, size];
    }),
  );
}

/** @returns none of what can't be read */
export function parseIndex(text: string): readonly IndexEntry[] {
  return (parse<readonly PackedEntry[]>(text) ?? []).map(
    ([id, origin, startedAt, endedAt, blocked, overridden, size]) => {
      return { id, origin, startedAt, endedAt, blocked, overridden, size };
    },
  );
}

export function serialize(
  value: EncodedRecord | Page | Dropped | number | readonly Override[] | readonly PackedEntry[],
): string {
  return JSON.stringify({ schema: SCHEMA, value });
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

/** When a tab's list was cleared, in ms since the epoch. */
export function parseCleared(text: string): number | null {
  return parse<number>(text);
}

export function parseOverrides(text: string | null): readonly Override[] {
  return text === null ? [] : (parse<readonly Override[]>(text) ?? []);
}

/** Only this extension writes here, so the schema number is all that has to be checked. */
function parse<Value>(text: string): Value | null {
  const stored: { schema?: unknown; value: Value } = JSON.parse(text);
  return stored.schema === SCHEMA ? stored.value : null;
}
