import { t } from '../../browser/i18n.ts';

/** Marks a call for which an override was in force, whatever its result. */
export function OverrideMark() {
  return (
    <span class="override-mark" title={t('overrideInForce')}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path
          d="M8 1l6 2.2v4.3c0 3.6-2.5 6.1-6 7.5-3.5-1.4-6-3.9-6-7.5V3.2Z"
          class="mark-line"
          stroke-width="1.6"
        />
      </svg>
      <span class="visually-hidden">{t('overrideInForce')}</span>
    </span>
  );
}
