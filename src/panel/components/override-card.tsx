import { t } from '../../browser/i18n.ts';
import { type Explanation, errorRemains } from '../../explain/index.ts';
import { GrantedHosts, OVERRIDE_TITLE } from './granted-hosts.tsx';
import { OverrideImpossible } from './override-impossible.tsx';
import { OverrideSwitch } from './override-switch.tsx';
import './card.css';

/** What lets the call through for this user alone, or why nothing does. */
export function OverrideCard({ of }: { of: Explanation }) {
  const { exchange, diagnosis, cause, overridePlan: plan } = of;
  return (
    <section class="card" aria-labelledby={OVERRIDE_TITLE}>
      <h2 id={OVERRIDE_TITLE} tabIndex={-1}>
        {t('overrideTitle')}
      </h2>
      {plan.type === 'override' ? (
        <>
          <OverrideSwitch exchange={exchange} credentials={diagnosis.credentials} plan={plan} />
          {errorRemains(cause) && <p class="dim">{t('overrideErrorStays')}</p>}
        </>
      ) : (
        <OverrideImpossible because={plan.because} of={of} />
      )}
      <GrantedHosts />
    </section>
  );
}
