import { t } from '../../browser/i18n.ts';
import { type Diagnosis, hostOf } from '../../cors/index.ts';
import { isSameSite, type Override, type OverridePlan } from '../../override/index.ts';
import { minuteOfDay } from '../model/clock.ts';
import { Text } from './words.tsx';

interface Props {
  readonly credentials: Diagnosis['credentials'];
  readonly plan: Extract<OverridePlan, { type: 'override' }>;
  /** The override that is on. Null if there is none. */
  readonly on: Override | undefined;
}

/** Says what an override reaches, for how long, and what it can't do. */
export function OverrideScope({ credentials, plan: { pageOrigin, targetOrigin }, on }: Props) {
  const hosts = { page: hostOf(pageOrigin), target: hostOf(targetOrigin) };
  return (
    <>
      <p id="override-scope">
        <Text message="overrideScope" values={hosts} />
      </p>
      <p class="dim">
        {on === undefined ? t('overrideLifetime') : t('overrideOnUntil', { time: minuteOfDay(on.expiresAt) })}
      </p>
      {on === undefined && credentials !== 'omitted' && !isSameSite(pageOrigin, targetOrigin) && (
        <details class="card-more" open={credentials === 'included'}>
          <summary>{t('overrideSameSiteTitle')}</summary>
          <p class="dim">
            <Text message="overrideSameSite" values={hosts} />
          </p>
        </details>
      )}
    </>
  );
}
