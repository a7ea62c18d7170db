import { t } from '../../browser/i18n.ts';
import type { Warning } from '../../explain/index.ts';
import { Words } from './words.tsx';
import './warnings.css';

/** Warns of what is dangerous about the way a call that passed is allowed. */
export function Warnings({ of: warnings }: { of: readonly Warning[] }) {
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
