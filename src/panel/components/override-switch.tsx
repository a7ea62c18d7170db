import { useSignal } from '@preact/signals';
import { hostOf } from '../../cause/headline-host.ts';
import { isOn } from '../../override/index.ts';
import { setOverride } from '../../platform/commands.ts';
import { requestHostAccess } from '../../platform/host-access.ts';
import { t } from '../../platform/i18n.ts';
import { reloadInspectedPage } from '../../platform/inspected.ts';
import { minuteOfDay } from '../model/clock.ts';
import { useModel } from '../model/model-context.ts';
import { useHostAccess } from '../model/use-host-access.ts';
import { Text } from './words.tsx';
import './override-switch.css';

interface Props {
  readonly pageOrigin: string;
  readonly targetOrigin: string;
}

/** The switch for one page origin and one target origin in this tab. */
export function OverrideSwitch({ pageOrigin, targetOrigin }: Props) {
  const { tabId, overrides, rows } = useModel();
  const busy = useSignal(false);
  const problem = useSignal('');
  const access = useHostAccess(pageOrigin, targetOrigin);
  const hosts = [hostOf(pageOrigin), hostOf(targetOrigin)] as const;
  const ofPair = overrides.value.filter(
    (one) => one.pageOrigin === pageOrigin && one.targetOrigin === targetOrigin,
  );
  const on = ofPair.find(isOn);
  const tried = rows.value.some(
    ({ exchange }) => exchange.overridden && exchange.startedAt >= (on?.since ?? 0),
  );
  const endedAt = Math.max(0, ...ofPair.map((one) => one.endedAt ?? 0));

  const flip = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = '';
    try {
      // Chrome asks only while the click is fresh: nothing may be awaited before.
      if (on === undefined && access === false && !(await requestHostAccess([pageOrigin, targetOrigin]))) {
        problem.value = t('accessRefused', ...hosts);
        return;
      }
      const answer = await setOverride({ tabId, pageOrigin, targetOrigin, enabled: on === undefined });
      if (!answer.ok) problem.value = t('overrideFailed', answer.error);
    } catch (error) {
      problem.value = t('overrideFailed', String(error));
    } finally {
      busy.value = false;
    }
  };

  return (
    <>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on !== undefined}
        aria-busy={busy.value}
        aria-describedby="override-scope"
        onClick={flip}
      >
        <span class="switch-track" aria-hidden="true" />
        <span>{t('overrideSwitch')}</span>
      </button>
      <p id="override-scope">
        <Text message="overrideScope" values={hosts} />
      </p>
      {on === undefined ? (
        <p class="dim">{t('overrideLifetime')}</p>
      ) : (
        <p class="dim">{t('overrideOnUntil', minuteOfDay(on.expiresAt))}</p>
      )}
      {on === undefined && endedAt > 0 && <p class="dim">{t('overrideEnded', minuteOfDay(endedAt))}</p>}
      {on === undefined && access === false && (
        <p class="notice">
          <Text message="accessNeeded" values={hosts} />
        </p>
      )}
      {on !== undefined && !tried && (
        <p class="notice">
          {t('overrideNext')}{' '}
          <button type="button" class="link" onClick={reloadInspectedPage}>
            {t('reloadPage')}
          </button>
        </p>
      )}
      {problem.value !== '' && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </>
  );
}
