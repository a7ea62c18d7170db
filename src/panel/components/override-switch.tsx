import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../browser/commands.ts';
import { canRequestHosts, requestHostAccess } from '../../browser/host-access.ts';
import { t } from '../../browser/i18n.ts';
import { type Diagnosis, type Exchange, hostOf } from '../../cors/index.ts';
import { type Consent, isOn, type OverridePlan } from '../../override/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { useHostAccess } from '../model/use-grants.ts';
import { AccessInPopup } from './access-in-popup.tsx';
import { OverrideConsent } from './override-consent.tsx';
import { EndedNotice, OnNotices } from './override-notices.tsx';
import { OverrideScope } from './override-scope.tsx';
import { Text } from './words.tsx';
import './override-switch.css';

type Plan = Extract<OverridePlan, { type: 'override' }>;

interface Props {
  readonly exchange: Exchange;
  readonly credentials: Diagnosis['credentials'];
  readonly plan: Plan;
}

/** Shows the switch for one page origin and one target origin in this tab. */
export function OverrideSwitch({ exchange, credentials, plan }: Props) {
  const { pageOrigin, targetOrigin } = plan;
  const { tabId, overrides } = useModel();
  const button = useRef<HTMLButtonElement>(null);
  const switching = useAction('overrideFailed');
  const asking = useSignal(false);
  const access = useHostAccess(pageOrigin, targetOrigin);
  const hosts = { page: hostOf(pageOrigin), target: hostOf(targetOrigin) };
  const ofPair = overrides.value.filter(
    (one) => one.pageOrigin === pageOrigin && one.targetOrigin === targetOrigin,
  );
  const on = ofPair.find(isOn);
  const endedAt = Math.max(0, ...ofPair.map((one) => one.endedAt ?? 0));
  const missing = plan.consents.filter((consent) => on?.allow.includes(consent) !== true);

  const change = (enabled: boolean, allow: readonly Consent[]) =>
    switching.start(async () => {
      if (enabled && access === false) {
        // Chrome asks for access only during a click: nothing may be awaited before.
        const granted = await requestHostAccess([pageOrigin, targetOrigin]);
        // Chrome's dialog took the focus.
        button.current?.focus();
        if (!granted) {
          switching.problem.value = t('accessRefused', hosts);
          return;
        }
      }
      await send('setOverride', { tabId, pageOrigin, targetOrigin, enabled, allow });
    });

  const flip = () => {
    if (on === undefined && missing.length > 0) asking.value = true;
    else change(on === undefined, []);
  };
  // The consent's buttons disappear with it, so the focus returns to the switch.
  const decline = () => {
    asking.value = false;
    button.current?.focus();
    if (on !== undefined) change(false, []);
  };
  const agree = () => {
    asking.value = false;
    button.current?.focus();
    change(true, missing);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        role="switch"
        class="switch"
        aria-checked={on !== undefined}
        aria-busy={switching.isBusy.value}
        aria-describedby="override-scope"
        onClick={flip}
      >
        <span class="switch-track" aria-hidden="true" />
        <span>{t('overrideSwitch')}</span>
      </button>
      <ActionProblem of={switching} />
      {missing.length > 0 && (asking.value || on !== undefined) && (
        <OverrideConsent
          exchange={exchange}
          plan={plan}
          consents={missing}
          onAgree={agree}
          onDecline={decline}
        />
      )}
      {on !== undefined && <OnNotices override={on} />}
      {on === undefined && endedAt > 0 && <EndedNotice at={endedAt} onAgain={flip} />}
      {on === undefined && access === false && !canRequestHosts() && (
        <AccessInPopup hosts={[hosts.page, hosts.target]} />
      )}
      {on === undefined && access === false && canRequestHosts() && (
        <p class="notice">
          <Text message="accessNeeded" values={hosts} />
        </p>
      )}
      <OverrideScope credentials={credentials} plan={plan} on={on} />
    </>
  );
}
