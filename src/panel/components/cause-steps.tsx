import { t } from '../../browser/i18n.ts';
import type { Sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

/** Numbers the causes that stop a call one after the other. Renders nothing if only one is known. */
export function CauseSteps({ of: sentences }: { of: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <p>{t('causeSteps')}</p>
      <ol class="cause-steps">
        {sentences.map((one) => (
          <li key={one.key}>
            <Words of={one} />
          </li>
        ))}
      </ol>
    </>
  );
}
