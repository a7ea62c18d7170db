import { t } from '../../browser/i18n.ts';
import type { JudgedExchange } from '../../explain/index.ts';
import { warningsOn } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { Words } from './words.tsx';
import './warnings.css';

/** On a call that passed: what is dangerous about the way it is allowed. */
export function Warnings({ row: { exchange, diagnosis } }: { row: JudgedExchange }) {
  const { history } = useModel();
  const others = history.value.filter(({ id }) => id !== exchange.id);
  const warnings = warningsOn(exchange, diagnosis, others);
  if (warnings.length === 0) return null;
  return (
    <section class="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t('warningsTitle')}</h2>
      <ul>
        {warnings.map(({ id, sentence }) => (
          <li key={id}>
            <Words of={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
