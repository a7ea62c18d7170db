import { turnOffAll } from '../../browser/commands.ts';
import { canRequestHosts, removeHostAccess } from '../../browser/host-access.ts';
import { t } from '../../browser/i18n.ts';
import { isOn } from '../../override/index.ts';
import { ActionProblem, failureText, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { useGrantedPatterns } from '../model/use-grants.ts';
import { Value } from './words.tsx';

/** The id of the heading of the card around it. */
export const OVERRIDE_TITLE = 'override-title';

/**
 * Lists the hosts that the user has granted, each with a button that withdraws it. Renders nothing if there are none.
 */
export function GrantedHosts() {
  const { overrides } = useModel();
  const patterns = useGrantedPatterns();
  const givingBack = useAction('accessGiveBackFailed');
  if (patterns.length === 0) return null;
  const giveUp = (pattern: string) =>
    givingBack.start(async () => {
      const using = overrides.value.filter(
        (one) => isOn(one) && hostIn(pattern) === hostnameOf(one.targetOrigin),
      );
      const [ended] = await Promise.allSettled([turnOffAll(using)]);
      await removeHostAccess(pattern);
      // The focused button disappears with its host.
      document.getElementById(OVERRIDE_TITLE)?.focus();
      if (ended.status === 'rejected') givingBack.problem.value = failureText('overrideFailed', ended.reason);
    });
  return (
    <details class="card-more">
      <summary>{t('accessGiven', { count: String(patterns.length) })}</summary>
      <ul class="granted">
        {patterns.map((pattern) => (
          <li key={pattern}>
            <Value text={hostIn(pattern)} />{' '}
            {canRequestHosts() && (
              <button
                type="button"
                class="link"
                aria-label={t('accessGiveBackFor', { host: hostIn(pattern) })}
                onClick={() => giveUp(pattern)}
              >
                {t('accessGiveBack')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ActionProblem of={givingBack} />
    </details>
  );
}

/** The host of a match pattern, such as *.example.com. */
function hostIn(pattern: string): string {
  return pattern.replace(/^[^/]*\/\/|\/.*$/g, '');
}

function hostnameOf(origin: string): string {
  return new URL(origin).hostname;
}
