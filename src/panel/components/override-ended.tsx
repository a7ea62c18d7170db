import { useSignal } from '@preact/signals';
import { hostOf } from '../../cause/headline-host.ts';
import type { Override } from '../../override/index.ts';
import { setOverride } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { minuteOfDay } from '../model/clock.ts';
import { Text } from './words.tsx';

/** Says in the toolbar that an override's time is up, and switches it on again, as it was agreed to. */
export function OverrideEnded({ override }: { override: Override }) {
  const problem = useSignal('');
  const { tabId, pageOrigin, targetOrigin, allow, endedAt } = override;
  const hosts = [hostOf(pageOrigin), hostOf(targetOrigin)] as const;
  const again = async () => {
    const answer = await setOverride({ tabId, pageOrigin, targetOrigin, enabled: true, allow });
    problem.value = answer.ok ? '' : t('overrideFailed', answer.error);
  };
  return (
    <span class="override-status">
      <span>
        <Text message="overrideEndedFor" values={[...hosts, minuteOfDay(endedAt ?? 0)]} />
      </span>
      <button type="button" class="tool" aria-label={t('overrideAgainFor', ...hosts)} onClick={again}>
        {t('overrideAgain')}
      </button>
      {problem.value !== '' && <span role="alert">{problem.value}</span>}
    </span>
  );
}
