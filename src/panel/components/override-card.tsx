import { t } from '../../browser/i18n.ts';
import { canAnswerPreflights } from '../../browser/preflight-answers.ts';
import type { JudgedExchange } from '../../explain/index.ts';
import { planOverride, reaches, wasOn } from '../../override/index.ts';
import { useModel } from '../model/model-context.ts';
import { GrantedHosts, OVERRIDE_TITLE } from './granted-hosts.tsx';
import { OverrideImpossible } from './override-impossible.tsx';
import { OverrideSwitch } from './override-switch.tsx';
import './card.css';

/** What lets the call through for this user alone, or why nothing does. */
export function OverrideCard({ row }: { row: JudgedExchange }) {
  const { overrides, pageOrigin, policy } = useModel();
  const tried =
    overrides.value.find(
      (one) =>
        wasOn(one, row.exchange.startedAt) &&
        row.exchange.hops.some(({ url }) => reaches(one, row.exchange, url)),
    ) ?? null;
  const plan = planOverride(row.exchange, row.diagnosis, {
    pageOrigin: pageOrigin.value,
    debugger: canAnswerPreflights(),
    policy: policy.value,
    tried,
  });
  return (
    <section class="card" aria-labelledby={OVERRIDE_TITLE}>
      <h2 id={OVERRIDE_TITLE} tabIndex={-1}>
        {t('overrideTitle')}
      </h2>
      {plan.type === 'override' ? (
        <OverrideSwitch row={row} plan={plan} />
      ) : (
        <OverrideImpossible because={plan.because} exchange={row.exchange} />
      )}
      <GrantedHosts />
    </section>
  );
}
