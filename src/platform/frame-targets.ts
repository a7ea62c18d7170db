import { canDebug, debuggerTargets } from './debuggee.ts';

/**
 * The URLs of all frames that run in a process of their own, in any tab: those of other sites than their page, whose
 * hosts the extension may have no access to. Nothing is attached for this.
 * @returns null in a build without `debugger`, which cannot tell
 */
export async function frameTargets(): Promise<readonly string[] | null> {
  if (!canDebug()) return null;
  return (await debuggerTargets()).filter(({ type }) => type === 'frame').map(({ url }) => url);
}
