import { setAlarm, setReleaseAlarm } from '../browser/alarm.ts';
import { setExemptDocuments } from '../browser/exempt-documents.ts';
import { setPreflightAnswers } from '../browser/preflight-answers.ts';
import { keepSessionRules, setSessionRules } from '../browser/session-rules.ts';
import type { Desired, OverrideRule, Refusal } from '../override/index.ts';

/** The result of `apply`. */
export interface Applied {
  /** What the browser refused, by the override's id. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** True if everything that was desired is in force. */
  readonly isComplete: boolean;
}

/**
 * Makes the browser do what is desired. Each effect fails by itself: if one override's fails, the others still apply.
 * There are no rules unless the documents of others are surely exempt. A change of the exempt documents makes Chrome
 * forget all that were exempt. So all rules are removed before such a change, and set again only after the tabs'
 * documents were listed anew.
 * @param decideAgain tells what is desired after such a change
 */
export async function apply(first: Desired, decideAgain: () => Promise<Desired>): Promise<Applied> {
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
  let wanted = first;
  const isExempt = await attempt(async () => {
    // If no override is on, the exempt documents are removed last, after the rules.
    while (wanted.exempt.length > 0 && (await setExemptDocuments(wanted.exempt, noRules))) {
      wanted = await decideAgain();
    }
  });
  const { rules, exempt, exemptIn, answering, alarm } = wanted;
  const preflights = attempt(async () => {
    const tabs = await setPreflightAnswers(answering);
    for (const { id, tabId } of answering) if (tabs.has(tabId)) refused.set(id, 'debugger');
  });
  const sessionRules = (changes: readonly OverrideRule[]) => ({
    changes,
    exemptIn: changes.length === 0 ? new Map() : exemptIn,
  });
  const all = sessionRules([...rules.values()].flat());
  if (!isExempt || !(await attempt(() => setSessionRules(all)))) {
    await attempt(noRules);
    const accepted: OverrideRule[] = [];
    for (const [id, ofOverride] of rules) {
      if (isExempt && (await attempt(() => setSessionRules(sessionRules([...accepted, ...ofOverride])))))
        accepted.push(...ofOverride);
      else refused.set(id, 'rules');
    }
  }
  if (exempt.length === 0) await attempt(async () => void (await setExemptDocuments([])));
  await attempt(() => setAlarm(alarm));
  await attempt(() => setReleaseAlarm(answering.length > 0));
  await preflights;
  return { refused, isComplete: isComplete && refused.size === 0 };
}

function noRules(): Promise<void> {
  return keepSessionRules({ changes: [], exemptIn: new Map() });
}
