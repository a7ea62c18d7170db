import { originOf } from '../cors/index.ts';
import type { Consent } from './consent.ts';
import type { Override } from './override.ts';

/** What an organisation allows its users; all of it unless it says otherwise. */
export interface Policy {
  /** Whether there are overrides at all. */
  readonly override: boolean;
  /** Whether preflights may be answered, by `chrome.debugger`. */
  readonly debugger: boolean;
  /** Whom overrides may be for: origins (`https://api.example.com`), or hosts with all below them (`*.example.com`). Null: anybody. */
  readonly allowedTargets: readonly string[] | null;
}

export const NO_POLICY: Policy = { override: true, debugger: true, allowedTargets: null };

/** Reads a policy as the browser hands it over. What is there but can't be read allows nothing. */
export function parsePolicy(values: Readonly<Record<string, unknown>>): Policy {
  const { override, debugger: answering, allowedTargets: targets } = values;
  const isList = Array.isArray(targets);
  return {
    override: override === undefined || override === true,
    debugger: answering === undefined || answering === true,
    allowedTargets:
      targets === undefined
        ? null
        : isList
          ? targets.filter((target): target is string => typeof target === 'string')
          : [],
  };
}

/** Whether overrides for `targetOrigin`, serialized, are allowed. */
export function allowsTarget({ override, allowedTargets }: Policy, targetOrigin: string): boolean {
  if (!override) return false;
  if (allowedTargets === null) return true;
  const { hostname } = new URL(targetOrigin);
  return allowedTargets.some((allowed) => {
    if (allowed.startsWith('*.')) {
      const parent = allowed.slice(2).toLowerCase();
      return hostname === parent || hostname.endsWith(`.${parent}`);
    }
    return originOf(allowed) === targetOrigin || allowed.toLowerCase() === hostname;
  });
}

/** Whether the user may have this override. */
export function allowsOverride(policy: Policy, { targetOrigin, allow }: Allowable): boolean {
  return allowsTarget(policy, targetOrigin) && (policy.debugger || !allow.includes('answer-preflight'));
}

interface Allowable extends Pick<Override, 'targetOrigin'> {
  readonly allow: readonly Consent[];
}
