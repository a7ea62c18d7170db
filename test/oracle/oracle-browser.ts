import type { BrowserProfile } from '../../src/cors/browser-profile.ts';
import type { ReportedFailure } from '../../src/report/report.ts';
import type { Baseline } from './baseline.ts';
import type { OracleServer } from './oracle-server.ts';
import type { OracleTab } from './oracle-tab.ts';
import type { Truth } from './truth.ts';

/** A browser that cases are run in, and what is particular to it. */
export interface OracleBrowser {
  /** Its name and version. */
  readonly name: string;
  readonly profile: BrowserProfile;
  readonly baseline: Baseline;
  /** Its errors that say that a preflight's status is wrong. */
  readonly badStatus: ReadonlySet<string>;
  /** Its errors that no response header mends: a redirect to a password or to another scheme. */
  readonly unmendable: ReadonlySet<string>;
  /** Its errors that it names at times only. */
  readonly untold: ReadonlySet<string>;
  /** Whether the faults name the parameter that the browser told. */
  isNamed(truth: Truth, faults: readonly ReportedFailure[]): boolean;
  /** Each works off cases by itself. */
  readonly tabs: readonly OracleTab[];
  close(): Promise<void>;
}

export type StartOracleBrowser = (server: OracleServer) => Promise<OracleBrowser>;
