import { bareNetError, type Cause, causeKey, causeLabel } from '../../causes/index.ts';
import { currentHop, hostOfHop } from '../../cors/index.ts';
import { type CallResult, type JudgedExchange, resultOf } from '../../explain/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';

/** Equal calls, in the order they began. */
export interface Call {
  readonly key: string;
  readonly rows: readonly [JudgedExchange, ...JudgedExchange[]];
}

/** Calls that have the same root cause; those that have none go by what became of them. */
export interface Group {
  readonly key: string;
  readonly mark: CallResult;
  readonly title: Sentence;
  /** The server that the cause is found at; null where there is no cause. */
  readonly host: string | null;
  /** In the order their first request began. */
  readonly calls: readonly [Call, ...Call[]];
  readonly requests: number;
}

/** From top to bottom; groups with the same mark are in the order in which they came up. */
const ORDER: readonly CallResult[] = ['blocked', 'failed', 'overridden', 'pending', 'not-cors', 'passed'];

/** Puts rows into groups. @param rows in the order they began */
export function groupsOf(rows: readonly JudgedExchange[]): readonly Group[] {
  const byKey = new Map<string, [JudgedExchange, ...JudgedExchange[]]>();
  for (const row of rows) {
    add(byKey, keysOf(row).group, row);
  }
  const groups = [...byKey].map(([key, some]) => toGroup(key, some));
  return groups.sort((one, other) => ORDER.indexOf(one.mark) - ORDER.indexOf(other.mark));
}

/** The row of the latest of equal calls, which stands for them all. */
export function latestOf({ rows }: Call): JudgedExchange {
  return rows[rows.length - 1] ?? rows[0];
}

function toGroup(key: string, rows: readonly [JudgedExchange, ...JudgedExchange[]]): Group {
  const [first] = rows;
  const { exchange, cause } = first;
  const mark = resultOf(first);
  return {
    key,
    mark,
    title: titleOf(first, mark),
    host: cause === null || !hasCause(mark) ? null : hostOfHop(exchange, cause.failure.hop),
    calls: callsOf(key, rows),
    requests: rows.length,
  };
}

/** Folds equal calls. Which line made a call DevTools tells only later: until then it goes with those like it. */
function callsOf(
  group: string,
  rows: readonly [JudgedExchange, ...JudgedExchange[]],
): readonly [Call, ...Call[]] {
  const withLine = new Map<string, string>();
  for (const row of rows) {
    const { anyLine, call, hasLine } = keysOf(row);
    if (hasLine && !withLine.has(anyLine)) withLine.set(anyLine, call);
  }
  const byKey = new Map<string, [JudgedExchange, ...JudgedExchange[]]>();
  for (const row of rows) {
    const { anyLine, call, hasLine } = keysOf(row);
    add(byKey, hasLine ? call : (withLine.get(anyLine) ?? call), row);
  }
  const [first, ...more] = [...byKey].map(
    ([call, calls]): Call => ({ key: `${group}\n${call}`, rows: calls }),
  );
  return [first ?? { key: '', rows }, ...more];
}

function add(
  rows: Map<string, [JudgedExchange, ...JudgedExchange[]]>,
  key: string,
  row: JudgedExchange,
): void {
  const found = rows.get(key);
  if (found === undefined) rows.set(key, [row]);
  else found.push(row);
}

/** What a row is grouped by. */
interface GroupKeys {
  readonly group: string;
  /** The same for equal calls of a group. Calls that differ only in the query are equal: it may hold a page number. */
  readonly call: string;
  /** `call` without the line of code. */
  readonly anyLine: string;
  /** Whether the line of code is known. */
  readonly hasLine: boolean;
}

const keys = new WeakMap<JudgedExchange, GroupKeys>();

function keysOf(row: JudgedExchange): GroupKeys {
  const found = keys.get(row);
  if (found !== undefined) return found;
  const { exchange, cause } = row;
  const { location, origin } = exchange;
  const { url, method } = currentHop(exchange);
  const mark = resultOf(row);
  const group = cause === null || !hasCause(mark) ? mark : `${mark} ${causeKey(exchange, cause)}`;
  const anyLine = `${method} ${withoutQuery(url)} ${origin}`;
  const line = location === null ? '' : `${location.url}:${location.line}:${location.column}`;
  const made: GroupKeys = { group, anyLine, call: `${anyLine}\n${line}`, hasLine: location !== null };
  keys.set(row, made);
  return made;
}

function withoutQuery(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** What an override let through has a cause, too; but it is no problem any more. */
function hasCause(mark: CallResult): boolean {
  return mark === 'blocked' || mark === 'failed' || mark === 'not-cors';
}

function titleOf({ cause }: JudgedExchange, mark: CallResult): Sentence {
  switch (mark) {
    case 'blocked':
      return cause === null ? sentence('labelBlocked') : causeLabel(cause);
    case 'failed':
      return cause === null
        ? sentence('markFailed')
        : sentence('groupFailed', { error: bareNetError(cause.failure.error) });
    case 'not-cors':
      return cause === null ? sentence('markNotCors') : titleOfNotCors(cause);
    case 'overridden':
      return sentence('markOverridden');
    case 'pending':
      return sentence('labelPending');
    case 'passed':
      return sentence('markPassed');
  }
}

/** A label that is a net error's name alone doesn't say that it isn't CORS. */
function titleOfNotCors(cause: Cause): Sentence {
  const label = causeLabel(cause);
  return label.key === 'labelNetwork'
    ? sentence('groupFailed', { error: bareNetError(cause.failure.error) })
    : label;
}
