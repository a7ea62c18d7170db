import type { ReportedExchange } from '../../src/report/report.ts';
import type { OracleCase } from './oracle-case.ts';
import type { Truth } from './truth.ts';

/** A case to be run, and its number. */
export interface Asked {
  readonly id: number;
  /** How often its server was mended. */
  readonly round: number;
  readonly oracleCase: OracleCase;
}

/** A case, what the browser said of it, and what is reported. */
export interface Answered extends Asked {
  readonly truth: Truth;
  readonly reported: readonly ReportedExchange[];
}

/** A tab that runs cases. */
export interface OracleTab {
  run(asked: readonly Asked[]): Promise<readonly Answered[]>;
}

/** What is reported of each case, by its number. */
export function reportedById(
  exchanges: readonly ReportedExchange[],
): ReadonlyMap<number, readonly ReportedExchange[]> {
  const byId = new Map<number, ReportedExchange[]>();
  for (const exchange of exchanges) {
    const id = Number(/\/case\/(\d+)\//.exec(exchange.url)?.[1]);
    byId.set(id, [...(byId.get(id) ?? []), exchange]);
  }
  return byId;
}
