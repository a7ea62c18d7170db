import { t } from '../../browser/i18n.ts';
import type { Failure } from '../../cors/index.ts';
import { conditionKey, type Explanation } from '../../explain/index.ts';
import type { PlainKey } from '../../texts/index.ts';
import { Words } from './words.tsx';
import './faults.css';

export const FAULTS_TITLE = 'faults-title';

/** Lists every fault of the server's answers, one sentence each, in Chrome's order. */
export function Faults({ of: { diagnosis, faults } }: { of: Explanation }) {
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby={FAULTS_TITLE}>
      <h2 id={FAULTS_TITLE} tabIndex={-1}>
        {t('faultsTitle')}
      </h2>
      <ol class="faults">
        {faults.map(({ stage, when, sentence }, index) => {
          const condition = conditionKey(when, diagnosis.credentials);
          return (
            <li key={index}>
              <span class="stage">{t(STAGES[stage])}</span>{' '}
              <span>
                <Words of={sentence} />
                {condition !== null && <span class="condition"> {t(condition)}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const STAGES: Readonly<Record<Failure['stage'], PlainKey>> = {
  preflight: 'stagePreflight',
  response: 'stageResponse',
  redirect: 'stageRedirect',
  network: 'stageNetwork',
};
