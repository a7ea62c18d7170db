import type { Protocol } from 'devtools-protocol';
import { type Owner, originOf } from '../cors/index.ts';
import { type Override, reachesWorkers } from '../override/index.ts';
import {
  attach,
  canDebug,
  type Debuggee,
  debuggerTargets,
  detach,
  nameOf,
  onDetached,
  onProtocolEvent,
  ownerOf,
  type Session,
  send,
} from './debuggee.ts';
import { type AnswerTo, answerPaused, hasPausedRequests } from './paused-requests.ts';

/** True if this build may answer preflights. */
export const canAnswerPreflights = canDebug;

/** The requests of one debuggee that the debugger pauses. */
interface Interception {
  readonly debuggee: Debuggee;
  readonly targetOrigins: readonly string[];
  /** The service worker's origin; null for a tab. */
  readonly workerOrigin: string | null;
  /** True if requests of frames in other processes are paused as well. Sandboxed frames may be in such a process. */
  readonly frames: boolean;
}

/** The interceptions that this worker has started, by the debuggee's name. */
const interceptions = new Map<string, Interception>();
/** The names of debuggees that Chrome has just detached the debugger from. */
const recentlyDetached = new Set<string>();
/**
 * How long the debugger must not be attached again after that. If it is attached sooner, Chrome may pause requests without
 * reporting them, and never continue them.
 */
const REATTACH_DELAY_MS = 900;
/** True once this worker has looked for debuggees that an earlier worker left attached. */
let hasLookedForAttached = false;

/** Answers paused preflights. Call it synchronously when the worker starts. */
export function onPausedRequest(answerTo: AnswerTo): void {
  onProtocolEvent((from, method, params) => {
    if (method === 'Fetch.requestPaused') {
      const workerOrigin = () => interceptions.get(nameOf(from))?.workerOrigin ?? null;
      void answerPaused(from, params as Protocol.Fetch.RequestPausedEvent, workerOrigin, answerTo);
    } else if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = params as Protocol.Target.AttachedToTargetEvent;
      const wanted = interceptions.get(nameOf(from));
      if (targetInfo.type === 'iframe' && wanted !== undefined) {
        // The frame may be gone already.
        intercept({ ...from, sessionId }, wanted).catch(() => {});
      }
    }
  });
}

/**
 * Calls back when Chrome or the user detached the debugger.
 * @param listener gets the owner of the requests that were answered, and whether the user cancelled in Chrome's bar
 */
export function onDebuggerDetached(listener: (owner: Owner, isCanceled: boolean) => void): void {
  onDetached((from, reason) => {
    const name = nameOf(from);
    interceptions.delete(name);
    recentlyDetached.add(name);
    setTimeout(() => recentlyDetached.delete(name), REATTACH_DELAY_MS);
    listener(ownerOf(from), reason === 'canceled_by_user');
  });
}

/**
 * How long after its start a worker waits before it releases requests that an earlier worker left paused. It waits because
 * the event that started it may be a paused request that it is about to answer.
 */
const RELEASE_DELAY_MS = 1_000;

/**
 * Attaches the debugger to the tabs of these overrides, and to the service workers that they are for, and to nothing else.
 * Pauses requests to the overrides' targets alone. Detaches first, then attaches.
 * @returns the tabs that the browser or its policy doesn't let the debugger attach to
 */
export async function setPreflightAnswers(overrides: readonly Override[]): Promise<ReadonlySet<number>> {
  const refused = new Set<number>();
  if (!canAnswerPreflights()) return refused;
  const wanted = await interceptionsFor(overrides);
  for (const debuggee of await attachedDebuggees()) {
    if (wanted.has(nameOf(debuggee))) continue;
    interceptions.delete(nameOf(debuggee));
    await detach(debuggee);
  }
  for (const [name, one] of wanted) {
    const present = interceptions.get(name);
    if (present !== undefined && isSameInterception(present, one)) continue;
    const { debuggee } = one;
    if (recentlyDetached.has(name)) {
      if ('tabId' in debuggee) refused.add(debuggee.tabId);
      continue;
    }
    interceptions.set(name, one);
    try {
      const attached = await intercept(debuggee, one).then(
        () => true,
        () => false,
      );
      if (!attached) {
        await attach(debuggee);
        await intercept(debuggee, one);
      } else if (present === undefined) {
        releaseSoon(one);
      }
    } catch {
      interceptions.delete(name);
      await detach(debuggee);
      // A service worker may have stopped meanwhile, which is no refusal.
      if ('tabId' in debuggee) refused.add(debuggee.tabId);
    }
  }
  return refused;
}

async function interceptionsFor(overrides: readonly Override[]): Promise<ReadonlyMap<string, Interception>> {
  const wanted = new Map<string, Interception>();
  const add = (debuggee: Debuggee, { allow, pageOrigin, targetOrigin }: Override) => {
    const present = wanted.get(nameOf(debuggee));
    const targetOrigins = new Set([...(present?.targetOrigins ?? []), targetOrigin]);
    const frames = present?.frames === true || ('tabId' in debuggee && allow.includes('opaque-origin'));
    const workerOrigin = 'tabId' in debuggee ? null : pageOrigin;
    wanted.set(nameOf(debuggee), {
      debuggee,
      targetOrigins: [...targetOrigins].sort(),
      workerOrigin,
      frames,
    });
  };
  for (const override of overrides) add({ tabId: override.tabId }, override);
  const ofWorkers = overrides.filter(reachesWorkers);
  if (ofWorkers.length === 0) return wanted;
  for (const { debuggee, type, url } of await debuggerTargets()) {
    if (type !== 'worker') continue;
    for (const override of ofWorkers) if (override.pageOrigin === originOf(url)) add(debuggee, override);
  }
  return wanted;
}

function isSameInterception(one: Interception, other: Interception): boolean {
  return one.frames === other.frames && one.targetOrigins.join(' ') === other.targetOrigins.join(' ');
}

async function intercept(session: Session, { targetOrigins, frames }: Interception): Promise<void> {
  const patterns = targetOrigins.map((origin) => ({ urlPattern: `${origin}/*`, requestStage: 'Request' }));
  await send(session, 'Fetch.enable', { patterns });
  if (!('tabId' in session)) return;
  // Switching this off and on makes Chrome report the frames that exist already.
  const options = { waitForDebuggerOnStart: false, flatten: true };
  await send(session, 'Target.setAutoAttach', { ...options, autoAttach: false });
  if (frames) await send(session, 'Target.setAutoAttach', { ...options, autoAttach: true });
}

/** Releases requests that a stopped worker left paused, by switching `Fetch` off and on. */
function releaseSoon(wanted: Interception): void {
  const name = nameOf(wanted.debuggee);
  setTimeout(() => {
    if (interceptions.get(name) !== wanted) return;
    if (hasPausedRequests()) {
      releaseSoon(wanted);
      return;
    }
    // Both commands are sent without waiting in between, so that hardly a preflight reaches the server.
    Promise.all([send(wanted.debuggee, 'Fetch.disable'), intercept(wanted.debuggee, wanted)]).catch(() =>
      interceptions.delete(name),
    );
  }, RELEASE_DELAY_MS);
}

/** Lists the debuggees that this extension's debugger may be attached to, by this worker or an earlier one. */
async function attachedDebuggees(): Promise<readonly Debuggee[]> {
  const known = [...interceptions.values()].map(({ debuggee }) => debuggee);
  if (hasLookedForAttached) return known;
  hasLookedForAttached = true;
  const attached = (await debuggerTargets()).filter((one) => one.attached);
  return [...known, ...attached.map(({ debuggee }) => debuggee)];
}
