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
import { type AnswerTo, answerPaused, anyPaused } from './paused-requests.ts';

/** Whether this build may answer preflights. */
export const canAnswerPreflights = canDebug;

/** Where requests are paused, and to which targets. */
interface Pausing {
  readonly debuggee: Debuggee;
  readonly targetOrigins: readonly string[];
  /** Null for a tab. */
  readonly workerOrigin: string | null;
  /** Whether those of frames in processes of their own are, too, which sandboxed frames may be in. */
  readonly frames: boolean;
}

/** As far as this worker did it, by the debuggee's name. */
const pausing = new Map<string, Pausing>();
/** The names of those that Chrome has just thrown the debugger out of. */
const thrownOut = new Set<string>();
/**
 * How long Chrome must not be asked again then, in ms. Until it has settled down it may attach the debugger all the same,
 * tell of no paused request, and never let these go on.
 */
const SETTLING = 900;
/** Whether what an earlier worker left attached was looked for. */
let cleanedUp = false;

/** Answers preflights by the debugger. To be called synchronously when the worker starts. */
export function onPausedRequest(answerTo: AnswerTo): void {
  onProtocolEvent((from, method, params) => {
    if (method === 'Fetch.requestPaused') {
      const workerOrigin = () => pausing.get(nameOf(from))?.workerOrigin ?? null;
      void answerPaused(from, params as Protocol.Fetch.RequestPausedEvent, workerOrigin, answerTo);
    } else if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = params as Protocol.Target.AttachedToTargetEvent;
      const wanted = pausing.get(nameOf(from));
      if (targetInfo.type === 'iframe' && wanted !== undefined) {
        // The frame may be gone already.
        pause({ ...from, sessionId }, wanted).catch(() => {});
      }
    }
  });
}

/**
 * Hears when the debugger was detached by somebody else, whose calls it answered, and whether that was the user's
 * doing in the bar that Chrome shows.
 */
export function onDebuggerDetached(listener: (owner: Owner, isCanceled: boolean) => void): void {
  onDetached((from, reason) => {
    const name = nameOf(from);
    pausing.delete(name);
    thrownOut.add(name);
    setTimeout(() => thrownOut.delete(name), SETTLING);
    listener(ownerOf(from), reason === 'canceled_by_user');
  });
}

/**
 * How long after its start a worker releases what an earlier one has left paused, in ms. Only then: what has woken it may
 * be a paused request that it is about to answer.
 */
const RELEASE_AFTER = 1_000;

/**
 * Makes the debugger be attached to just the tabs of these overrides, and to the service workers that they reach, and
 * pause requests to just their targets. What is no longer wanted goes first.
 * @returns the tabs to which the browser, or a policy of it, doesn't let the debugger be attached
 */
export async function setPreflightAnswers(overrides: readonly Override[]): Promise<ReadonlySet<number>> {
  const refused = new Set<number>();
  if (!canAnswerPreflights()) return refused;
  const wanted = await pausingFor(overrides);
  for (const debuggee of await attachedOnes()) {
    if (wanted.has(nameOf(debuggee))) continue;
    pausing.delete(nameOf(debuggee));
    await detach(debuggee);
  }
  for (const [name, one] of wanted) {
    const present = pausing.get(name);
    if (present !== undefined && same(present, one)) continue;
    const { debuggee } = one;
    if (thrownOut.has(name)) {
      if ('tabId' in debuggee) refused.add(debuggee.tabId);
      continue;
    }
    pausing.set(name, one);
    try {
      const attached = await pause(debuggee, one).then(
        () => true,
        () => false,
      );
      if (!attached) {
        await attach(debuggee);
        await pause(debuggee, one);
      } else if (present === undefined) {
        releaseSoon(one);
      }
    } catch {
      pausing.delete(name);
      await detach(debuggee);
      // A service worker may have ended meanwhile.
      if ('tabId' in debuggee) refused.add(debuggee.tabId);
    }
  }
  return refused;
}

async function pausingFor(overrides: readonly Override[]): Promise<ReadonlyMap<string, Pausing>> {
  const wanted = new Map<string, Pausing>();
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

function same(one: Pausing, other: Pausing): boolean {
  return one.frames === other.frames && one.targetOrigins.join(' ') === other.targetOrigins.join(' ');
}

async function pause(session: Session, { targetOrigins, frames }: Pausing): Promise<void> {
  const patterns = targetOrigins.map((origin) => ({ urlPattern: `${origin}/*`, requestStage: 'Request' }));
  await send(session, 'Fetch.enable', { patterns });
  if (!('tabId' in session)) return;
  // Off and on again, so that frames which are there are told of again.
  const options = { waitForDebuggerOnStart: false, flatten: true };
  await send(session, 'Target.setAutoAttach', { ...options, autoAttach: false });
  if (frames) await send(session, 'Target.setAutoAttach', { ...options, autoAttach: true });
}

/** A worker that was stopped may have left a request paused: switching `Fetch` off and on again lets that go on. */
function releaseSoon(wanted: Pausing): void {
  const name = nameOf(wanted.debuggee);
  setTimeout(() => {
    if (pausing.get(name) !== wanted) return;
    if (anyPaused()) {
      releaseSoon(wanted);
      return;
    }
    // Without waiting in between: hardly a preflight can slip through.
    Promise.all([send(wanted.debuggee, 'Fetch.disable'), pause(wanted.debuggee, wanted)]).catch(() =>
      pausing.delete(name),
    );
  }, RELEASE_AFTER);
}

/** What this extension's debugger may be attached to. */
async function attachedOnes(): Promise<readonly Debuggee[]> {
  const known = [...pausing.values()].map(({ debuggee }) => debuggee);
  if (cleanedUp) return known;
  cleanedUp = true;
  const attached = (await debuggerTargets()).filter((one) => one.attached);
  return [...known, ...attached.map(({ debuggee }) => debuggee)];
}
