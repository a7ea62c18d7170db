import { useSignal } from '@preact/signals';
import { isOn } from '../../override/index.ts';
import { turnOffAll } from '../../platform/commands.ts';
import { giveBack } from '../../platform/host-access.ts';
import { t } from '../../platform/i18n.ts';
import { useModel } from '../model/model-context.ts';
import { useGrantedPatterns } from '../model/use-grants.ts';
import { Value } from './words.tsx';

/** The heading of the card that this stands in. */
export const OVERRIDE_TITLE = 'override-title';

/** The hosts that the user has granted, to be given back; nothing where there are none. */
export function GrantedHosts() {
  const { overrides } = useModel();
  const patterns = useGrantedPatterns();
  const problem = useSignal('');
  if (patterns.length === 0) return null;
  const giveUp = async (pattern: string) => {
    try {
      const using = overrides.value.filter(
        (one) => isOn(one) && hostIn(pattern) === hostnameOf(one.targetOrigin),
      );
      problem.value = (await turnOffAll(using)) ?? '';
      await giveBack(pattern);
      // The button goes away with the host.
      document.getElementById(OVERRIDE_TITLE)?.focus();
    } catch (error) {
      problem.value = t('accessGiveBackFailed', String(error));
    }
  };
  return (
    <details class="card-more">
      <summary>{t('accessGiven', String(patterns.length))}</summary>
      <ul class="granted">
        {patterns.map((pattern) => (
          <li key={pattern}>
            <Value text={hostIn(pattern)} />{' '}
            <button
              type="button"
              class="link"
              aria-label={t('accessGiveBackFor', hostIn(pattern))}
              onClick={() => void giveUp(pattern)}
            >
              {t('accessGiveBack')}
            </button>
          </li>
        ))}
      </ul>
      {problem.value !== '' && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
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
