import { within } from '../commands/index.ts';
import { type Owner, originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { browser } from './browser.ts';

/** The version of the DevTools protocol. */
const PROTOCOL = '1.3';
/** How long Chrome may take for anything that it is asked for, in ms: some of it it never does, and doesn't say so. */
const LONGEST = 5_000;

/** What the debugger is attached to: a tab, or a service worker, which belongs to none. */
export type Debuggee = { readonly tabId: number } | { readonly targetId: string };

/** The session of a debuggee, or of a frame in a process of its own below it. */
export type Session = Debuggee & { readonly sessionId?: string };

/** Whether this build may attach the debugger: one without the permission has no such API. */
export function canDebug(): boolean {
  return browser.debugger !== undefined;
}

/** Whose requests are paused there. */
export function ownerOf(debuggee: Debuggee): Owner {
  return 'tabId' in debuggee ? tabOwner(debuggee.tabId) : SERVICE_WORKER;
}

/** Such as `tab 12`: the same for the same debuggee. */
export function nameOf(debuggee: Debuggee): string {
  return 'tabId' in debuggee ? `tab ${debuggee.tabId}` : `target ${debuggee.targetId}`;
}

/** @throws when the browser, or a policy of it, doesn't allow that or takes too long, or it is attached already */
export async function attach(debuggee: Debuggee): Promise<void> {
  await within(LONGEST, browser.debugger.attach({ ...debuggee }, PROTOCOL));
}

/** Also when it isn't attached, or is gone. */
export async function detach(debuggee: Debuggee): Promise<void> {
  await within(LONGEST, browser.debugger.detach({ ...debuggee })).catch(() => {});
}

/**
 * Sends a command of the protocol.
 * @returns its result
 * @throws when it isn't attached, or the command fails or takes too long
 */
export async function send(
  session: Session,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return await within(LONGEST, browser.debugger.sendCommand({ ...session }, method, params));
}

/** Hears the protocol's events. To be called synchronously when the worker starts. */
export function onProtocolEvent(listener: (from: Session, method: string, params: unknown) => void): void {
  browser.debugger?.onEvent.addListener((source, method, params) => {
    const from = sessionOf(source);
    if (from !== null) listener(from, method, params);
  });
}

/** Hears when the debugger was detached by somebody else. To be called synchronously when the worker starts. */
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

/** Something that the debugger can be attached to, and may be. */
export interface Target {
  readonly debuggee: Debuggee;
  readonly type: 'tab' | 'worker';
  readonly url: string;
  readonly attached: boolean;
}

/** Tabs, and shared and service workers. Nothing is attached for this. */
export async function debuggerTargets(): Promise<readonly Target[]> {
  const targets = await within(LONGEST, browser.debugger.getTargets());
  return targets.flatMap(({ id, type, tabId, url, attached }): Target[] => {
    if (tabId !== undefined) return [{ debuggee: { tabId }, type: 'tab', url, attached }];
    if (type === 'worker') return [{ debuggee: { targetId: id }, type, url, attached }];
    return [];
  });
}

/** The origins of all service and shared workers that run; null in a build without `debugger`, which cannot tell. */
export async function workerOrigins(): Promise<readonly string[] | null> {
  if (!canDebug()) return null;
  return (await debuggerTargets()).filter(({ type }) => type === 'worker').map(({ url }) => originOf(url));
}
