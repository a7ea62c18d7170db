import { useSignal } from '@preact/signals';
import { hostOf } from '../../cause/headline-host.ts';
import { type Consent, isOn, isSameSite, type OverridePlan } from '../../override/index.ts';
import { setOverride } from '../../platform/commands.ts';
import { requestHostAccess } from '../../platform/host-access.ts';
import { t } from '../../platform/i18n.ts';
import { reloadInspectedPage } from '../../platform/inspected.ts';
import { minuteOfDay } from '../model/clock.ts';
import { useModel } from '../model/model-context.ts';
import type { Row } from '../model/row.ts';
import { useHostAccess } from '../model/use-host-access.ts';
import { OverrideConsent } from './override-consent.tsx';
import { Text } from './words.tsx';
import './override-switch.css';

type Plan = Extract<OverridePlan, { type: 'override' }>;

/** The switch for one page origin and one target origin in this tab. */
export function OverrideSwitch({ row, plan }: { row: Row; plan: Plan }) {
  const { pageOrigin, targetOrigin } = plan;
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

  const missing = plan.consents.filter((consent) => on?.allow.includes(consent) !== true);
  const asking = useSignal(false);

  const change = async (enabled: boolean, allow: readonly Consent[]) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = '';
    try {
      // Chrome asks only while the click is fresh: nothing may be awaited before.
      if (enabled && access === false && !(await requestHostAccess([pageOrigin, targetOrigin]))) {
        problem.value = t('accessRefused', ...hosts);
        return;
      }
      const answer = await setOverride({ tabId, pageOrigin, targetOrigin, enabled, allow });
      if (!answer.ok) problem.value = t('overrideFailed', answer.error);
    } catch (error) {
      problem.value = t('overrideFailed', String(error));
    } finally {
      busy.value = false;
    }
  };

  const flip = () => {
    if (on === undefined && missing.length > 0) asking.value = true;
    else void change(on === undefined, []);
  };
  const agree = () => {
    asking.value = false;
    void change(true, missing);
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
      {missing.length > 0 && (asking.value || on !== undefined) && (
        <OverrideConsent
          row={row}
          plan={plan}
          consents={missing}
          onAgree={agree}
          onDecline={() => {
            asking.value = false;
            if (on !== undefined) void change(false, []);
          }}
        />
      )}
      {on !== undefined && on.heldBackBy !== null && (
        <p class="notice">
          <Text message="overrideHeldBack" values={[hostOf(on.heldBackBy), hosts[0]]} />
        </p>
      )}
      {on !== undefined && on.opaqueHeldBackBy !== null && (
        <p class="notice">
          <Text message="overrideOpaqueHeldBack" values={[hostOf(on.opaqueHeldBackBy), 'null']} />
        </p>
      )}
      <p id="override-scope">
        <Text message="overrideScope" values={hosts} />
      </p>
      {on === undefined ? (
        <p class="dim">{t('overrideLifetime')}</p>
      ) : (
        <p class="dim">{t('overrideOnUntil', minuteOfDay(on.expiresAt))}</p>
      )}
      {on === undefined && endedAt > 0 && (
        <p class="dim">
          {t('overrideEnded', minuteOfDay(endedAt))}{' '}
          <button type="button" class="link" onClick={flip}>
            {t('overrideAgain')}
          </button>
        </p>
      )}
      {on === undefined &&
        row.diagnosis.credentials !== 'omitted' &&
        !isSameSite(pageOrigin, targetOrigin) && (
          <p class="dim">
            <Text message="overrideSameSite" values={[hosts[1], hosts[0]]} />
          </p>
        )}
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
