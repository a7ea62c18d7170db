import { originOf } from '../cors/index.ts';
import type { Consent } from './consent.ts';
import type { Override } from './override.ts';

/** What an organisation allows its users. Everything is allowed unless the organisation says otherwise. */
export interface Policy {
  /** Whether there are overrides at all. */
  readonly override: boolean;
  /** Whether preflights may be answered, by `chrome.debugger`. */
  readonly debugger: boolean;
  /**
   * The targets that overrides may be for: origins (`https://api.example.com`), hosts, or a host's subdomains
   * (`*.example.com`, which includes the host). Null allows every target.
   */
  readonly allowedTargets: readonly string[] | null;
}

export const NO_POLICY: Policy = { override: true, debugger: true, allowedTargets: null };

/** Reads a policy from managed storage. A value of the wrong type allows nothing. */
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

/** True if the policy allows overrides for a target. @param targetOrigin serialized */
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

/** True if the policy allows this override with the consents it has. */
export function allowsOverride(policy: Policy, { targetOrigin, allow }: Allowable): boolean {
  return allowsTarget(policy, targetOrigin) && (policy.debugger || !allow.includes('answer-preflight'));
}

interface Allowable extends Pick<Override, 'targetOrigin'> {
  readonly allow: readonly Consent[];
}
