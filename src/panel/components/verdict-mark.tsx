import { t } from '../../browser/i18n.ts';
import type { Verdict } from '../../explain/index.ts';
import type { PlainKey } from '../../texts/index.ts';

const VERDICTS: Readonly<Record<Verdict, readonly [sign: string, word: PlainKey]>> = {
  allowed: ['✓', 'verdictAllowed'],
  'not-allowed': ['✕', 'verdictNotAllowed'],
  depends: ['!', 'verdictDepends'],
  unknown: ['?', 'verdictUnknown'],
};

/** Shows a verdict as a sign, with a word for screen readers. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const [sign, word] = VERDICTS[verdict];
  return (
    <span class="verdict" title={t(word)}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{t('spokenMark', { word: t(word) })}</span>
    </span>
  );
}
