import { planOverride } from '../../override/index.ts';
import { t } from '../../platform/i18n.ts';
import type { Row } from '../model/row.ts';
import { OverrideImpossible } from './override-impossible.tsx';
import { OverrideSwitch } from './override-switch.tsx';

/** What lets the call through for this user alone, or why nothing does. */
export function OverrideCard({ row }: { row: Row }) {
  const plan = planOverride(row.exchange, row.diagnosis);
  return (
    <section class="card" aria-labelledby="override-title">
      <h2 id="override-title">{t('overrideTitle')}</h2>
      {plan.type === 'rules' ? (
        <OverrideSwitch pageOrigin={plan.pageOrigin} targetOrigin={plan.targetOrigin} />
      ) : (
        <OverrideImpossible because={plan.because} exchange={row.exchange} />
      )}
    </section>
  );
}
