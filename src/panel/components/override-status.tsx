import { useSignal } from '@preact/signals';
import { hostOf } from '../../cause/headline-host.ts';
import { minutesLeft, type Override } from '../../override/index.ts';
import { setOverride } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { now } from '../model/clock.ts';
import { Text } from './words.tsx';

/** Says in the toolbar that an override is on, and switches it off. */
export function OverrideStatus({ override }: { override: Override }) {
  const problem = useSignal('');
  const { tabId, pageOrigin, targetOrigin } = override;
  const hosts = [hostOf(pageOrigin), hostOf(targetOrigin)] as const;
  const turnOff = async () => {
    const answer = await setOverride({ tabId, pageOrigin, targetOrigin, enabled: false });
    problem.value = answer.ok ? '' : t('overrideFailed', answer.error);
  };
  return (
    <span class="override-status">
      <span>
        <Text message="overrideStatus" values={[...hosts, String(minutesLeft(override, now.value))]} />
      </span>
      <button type="button" class="tool" aria-label={t('turnOffOverride', ...hosts)} onClick={turnOff}>
        {t('turnOff')}
      </button>
      {problem.value !== '' && <span role="alert">{problem.value}</span>}
    </span>
  );
}
