import { setAlarm, setReleaseAlarm } from '../browser/alarm.ts';
import { setExemptDocuments } from '../browser/exempt-documents.ts';
import { setPreflightAnswers } from '../browser/preflight-answers.ts';
import { keepSessionRules, setSessionRules } from '../browser/session-rules.ts';
import type { Desired, OverrideRule, Refusal } from '../override/index.ts';

/** What became of the effects. */
export interface Applied {
  /** What the browser refused, by the id of the override that it was for. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** Whether all that was desired is so. */
  readonly isComplete: boolean;
}

/**
 * Makes the browser do what is desired. Each effect fails by itself: one override's doesn't hinder another's, and none
 * brings back what another has taken away. Where it isn't certain that the documents of others are exempt, there are no
 * rules.
 */
export async function apply({ rules, exempt, exemptIn, answering, alarm }: Desired): Promise<Applied> {
  const refused = new Map<string, Refusal>();
  let isComplete = true;
  const attempt = async (effect: () => Promise<void>): Promise<boolean> => {
    try {
      await effect();
      return true;
    } catch (error) {
      console.error('An override could not be brought into force.', error);
      isComplete = false;
      return false;
    }
  };
  const preflights = attempt(async () => {
    const tabs = await setPreflightAnswers(answering);
    for (const { id, tabId } of answering) if (tabs.has(tabId)) refused.set(id, 'debugger');
  });
  const sessionRules = (changes: readonly OverrideRule[]) => ({
    changes,
    exemptIn: changes.length === 0 ? new Map() : exemptIn,
  });
  const all = sessionRules([...rules.values()].flat());
  const isExempt =
    exempt.length === 0 || (await attempt(() => setExemptDocuments(exempt, () => keepSessionRules(all))));
  if (!isExempt || !(await attempt(() => setSessionRules(all)))) {
    await attempt(() => keepSessionRules(sessionRules([])));
    const accepted: OverrideRule[] = [];
    for (const [id, ofOverride] of rules) {
      if (isExempt && (await attempt(() => setSessionRules(sessionRules([...accepted, ...ofOverride])))))
        accepted.push(...ofOverride);
      else refused.set(id, 'rules');
    }
  }
  if (exempt.length === 0) await attempt(() => setExemptDocuments([]));
  await attempt(() => setAlarm(alarm));
  await attempt(() => setReleaseAlarm(answering.length > 0));
  await preflights;
  return { refused, isComplete: isComplete && refused.size === 0 };
}
