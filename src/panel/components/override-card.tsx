import { t } from '../../browser/i18n.ts';
import type { Explanation } from '../../explain/index.ts';
import { GrantedHosts, OVERRIDE_TITLE } from './granted-hosts.tsx';
import { OverrideImpossible } from './override-impossible.tsx';
import { OverrideSwitch } from './override-switch.tsx';
import './card.css';

/** Offers to let the call through for this user alone, or says why that is impossible. */
export function OverrideCard({ of: { exchange, diagnosis, overridePlan: plan } }: { of: Explanation }) {
  return (
    <section class="card" aria-labelledby={OVERRIDE_TITLE}>
      <h2 id={OVERRIDE_TITLE} tabIndex={-1}>
        {t('overrideTitle')}
      </h2>
      {plan.type === 'override' ? (
        <OverrideSwitch exchange={exchange} credentials={diagnosis.credentials} plan={plan} />
      ) : (
        <OverrideImpossible because={plan.because} exchange={exchange} />
      )}
      <GrantedHosts />
    </section>
  );
}
