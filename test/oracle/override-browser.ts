import type { Command } from '../../src/commands/commands.ts';
import type { BrowserProfile } from '../../src/cors/browser-profile.ts';
import type { OracleCase } from './oracle-case.ts';
import type { OracleServer } from './oracle-server.ts';
import type { sentOf } from './send-all.ts';

/** Where a request is made. */
export const PLACES = ['page', 'frame', 'worker', 'sandbox', 'service'] as const;
export type Place = (typeof PLACES)[number];

/** Sends requests. @returns of each whether it passed; null where it didn't end */
export type Sender = (requests: ReturnType<typeof sentOf>[]) => Promise<(boolean | null)[]>;

/** A browser with the extension, and a page that overrides are for. */
export interface OverrideBrowser {
  readonly profile: BrowserProfile;
  /** Of the page. */
  readonly tabId: number;
  readonly senders: Readonly<Record<Place, Sender>>;
  /** Pages that overrides are not for: the same in another tab among them. */
  readonly bystanders: readonly { readonly host: string; readonly sender: Sender }[];
  /** How often calls are sent: what is learnt from one time comes into force for the next. */
  readonly times: number;
  /** Whether no override of that browser lets a call like this through. */
  isWall(oracleCase: OracleCase, place: Place): boolean;
  /** Sends a command to the extension. */
  send(command: Command): Promise<unknown>;
  close(): Promise<void>;
}

export type StartOverrideBrowser = (server: OracleServer) => Promise<OverrideBrowser>;
