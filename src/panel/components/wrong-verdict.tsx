import { t } from '../../browser/i18n.ts';
import type { Explanation } from '../../explain/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';

/** Leads to an issue about this verdict. The code for that is loaded when it is asked for. */
export function WrongVerdict({ of: explanation }: { of: Explanation }) {
  const reporting = useAction('wrongVerdictFailed');
  const show = () =>
    reporting.start(async () => {
      const { showIssue } = await import('../verdict/show-issue.tsx');
      await showIssue(explanation);
    });
  if (explanation.result === 'pending') return null;
  return (
    <p class="wrong-verdict">
      <button type="button" class="link" onClick={show}>
        {t('wrongVerdict')}
      </button>
      <ActionProblem of={reporting} />
    </p>
  );
}
