import { within } from '../commands/index.ts';
import { type Owner, originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { browser } from './browser.ts';

/** The version of the DevTools protocol that is asked for. */
const PROTOCOL_VERSION = '1.3';
/** Calls of the debugger API fail after this time. Chrome never answers some of them. */
const DEBUGGER_TIMEOUT_MS = 5_000;

/** What the debugger attaches to: a tab, or a service worker, which belongs to no tab. */
export type Debuggee = { readonly tabId: number } | { readonly targetId: string };

/** The session of a debuggee, or of one of its frames that runs in another process. */
export type Session = Debuggee & { readonly sessionId?: string };

/** True if this build may attach the debugger. Without the permission there is no such API. */
export function canDebug(): boolean {
  return browser.debugger !== undefined;
}

/** The owner of the requests that a debuggee sends. */
export function ownerOf(debuggee: Debuggee): Owner {
  return 'tabId' in debuggee ? tabOwner(debuggee.tabId) : SERVICE_WORKER;
}

/** A key for a debuggee, such as `tab 12`. */
export function nameOf(debuggee: Debuggee): string {
  return 'tabId' in debuggee ? `tab ${debuggee.tabId}` : `target ${debuggee.targetId}`;
}

/**
 * Attaches the debugger.
 * @throws if the browser or its policy forbids that, it takes too long, or the debugger is attached already
 */
export async function attach(debuggee: Debuggee): Promise<void> {
  await within(DEBUGGER_TIMEOUT_MS, browser.debugger.attach({ ...debuggee }, PROTOCOL_VERSION));
}

/** Detaches the debugger. Ignores a debuggee that is gone or not attached. */
export async function detach(debuggee: Debuggee): Promise<void> {
  await within(DEBUGGER_TIMEOUT_MS, browser.debugger.detach({ ...debuggee })).catch(() => {});
}

/**
 * Sends a command of the protocol.
 * @returns its result
 * @throws if the debugger isn't attached, or the command fails or takes too long
 */
export async function send(
  session: Session,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return await within(DEBUGGER_TIMEOUT_MS, browser.debugger.sendCommand({ ...session }, method, params));
}

/** Calls back for each event of the protocol. Call it synchronously when the worker starts. */
export function onProtocolEvent(listener: (from: Session, method: string, params: unknown) => void): void {
  browser.debugger?.onEvent.addListener((source, method, params) => {
    const from = sessionOf(source);
    if (from !== null) listener(from, method, params);
  });
}

/** Calls back when Chrome or the user detached the debugger. Call it synchronously when the worker starts. */
export function onDetached(listener: (from: Debuggee, reason: string) => void): void {
  browser.debugger?.onDetach.addListener((source, reason) => {
    const from = sessionOf(source);
    if (from !== null) listener(from, reason);
  });
}

function sessionOf({ tabId, targetId, sessionId }: chrome.debugger.DebuggerSession): Session | null {
  const session = sessionId === undefined ? {} : { sessionId };
  if (tabId !== undefined) return { tabId, ...session };
  return targetId === undefined ? null : { targetId, ...session };
}

/** A tab or worker that the debugger can attach to. `attached` is true if some debugger is. */
export interface Target {
  readonly debuggee: Debuggee;
  readonly type: 'tab' | 'worker';
  readonly url: string;
  readonly attached: boolean;
}

/** Lists all tabs, and all running shared and service workers. Attaches to none of them. */
export async function debuggerTargets(): Promise<readonly Target[]> {
  const targets = await within(DEBUGGER_TIMEOUT_MS, browser.debugger.getTargets());
  return targets.flatMap(({ id, type, tabId, url, attached }): Target[] => {
    if (tabId !== undefined) return [{ debuggee: { tabId }, type: 'tab', url, attached }];
    if (type === 'worker') return [{ debuggee: { targetId: id }, type, url, attached }];
    return [];
  });
}

/** Lists the origins of all running service and shared workers; null in a build without `debugger`, which can't list them. */
export async function workerOrigins(): Promise<readonly string[] | null> {
  if (!canDebug()) return null;
  return (await debuggerTargets()).filter(({ type }) => type === 'worker').map(({ url }) => originOf(url));
}
