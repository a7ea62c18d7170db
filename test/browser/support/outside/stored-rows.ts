import { seenAnswers } from '../../../../src/causes/index.ts';
import { currentHop } from '../../../../src/cors/index.ts';
import { toExchange } from '../../../../src/observe/record.ts';
import { parseExchangeRecord } from '../../../../src/store/stored.ts';
import { judge } from '../../../explain/judge.ts';
import type { ExtensionContext } from '../../harness/extension-page.ts';

/** What a row of the list is about, and what is said of it. */
export interface StoredRow {
  readonly url: string;
  /** In ms since the epoch. */
  readonly startedAt: number;
  readonly cause: string | null;
  readonly outcome: string;
}

/** Judges what the worker has stored of all tabs, as the panel does. Version 1 of the report leaves out what isn't CORS. */
export async function storedRows(context: ExtensionContext): Promise<readonly StoredRow[]> {
  const stored = await context.evaluate(() => chrome.storage.session.get<Record<string, string>>());
  const exchanges = Object.entries(stored).flatMap(([key, text]) => {
    const record = key.startsWith('exchange/') ? parseExchangeRecord(text) : null;
    return record === null ? [] : (toExchange(record) ?? []);
  });
  const seen = seenAnswers(exchanges);
  return exchanges.map((exchange) => {
    const { cause, diagnosis } = judge(exchange, seen.beside(exchange));
    const { url } = currentHop(exchange);
    return { url, startedAt: exchange.startedAt, cause: cause?.id ?? null, outcome: diagnosis.outcome };
  });
}
