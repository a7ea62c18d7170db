import type { ReportV2 } from '../../src/report/report-v2.ts';
import type { CleanUp } from './clean-up.ts';

/** A browser without a window that has the extension. */
interface Watching {
  /** @throws Error that says in one sentence why the page can't be opened */
  open(url: string): Promise<void>;
  /** Asks the extension what it has seen. */
  explain(): Promise<ReportV2>;
}

/** Starts one. @param extension the unpacked extension's folder */
export type StartWatching = (extension: string, cleanUp: CleanUp) => Promise<Watching>;
