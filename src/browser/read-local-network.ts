import { isRecord } from '../commands/index.ts';
import {
  LOCAL_NETWORK_PERMISSIONS,
  type LocalNetwork,
  type LocalNetworkPermission,
  type PermissionState,
} from '../explain/index.ts';

type Frame = LocalNetwork['frames'][number];

/** Reads what the page says. It can say anything: null for what is no answer. */
export function readLocalNetwork(answer: unknown): LocalNetwork | null {
  if (!isRecord(answer)) return null;
  const { pageOrigin, isSecure, states, allowed, frames } = answer;
  if (typeof pageOrigin !== 'string' || typeof isSecure !== 'boolean') return null;
  if (!isRecord(states) || !Array.isArray(frames)) return null;
  const list: readonly unknown[] = frames;
  return {
    pageOrigin,
    isSecure,
    states: readStates(states),
    allowed: readPermissions(allowed),
    frames: list.flatMap((frame) => readFrame(frame) ?? []),
  };
}

function readStates(states: Readonly<Record<string, unknown>>): LocalNetwork['states'] {
  const known = LOCAL_NETWORK_PERMISSIONS.flatMap((name): readonly (readonly [string, PermissionState])[] => {
    const state = states[name];
    return state === 'granted' || state === 'denied' || state === 'prompt' ? [[name, state]] : [];
  });
  return Object.fromEntries(known);
}

function readPermissions(value: unknown): readonly LocalNetworkPermission[] | null {
  return Array.isArray(value) ? LOCAL_NETWORK_PERMISSIONS.filter((name) => value.includes(name)) : null;
}

function readFrame(frame: unknown): Frame | null {
  if (!isRecord(frame)) return null;
  const { url, sandbox, allow, delegated } = frame;
  if (typeof url !== 'string' || typeof allow !== 'string') return null;
  if (sandbox !== null && typeof sandbox !== 'string') return null;
  return { url, sandbox, allow, delegated: readPermissions(delegated) };
}
