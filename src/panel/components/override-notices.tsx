import { t } from '../../browser/i18n.ts';
import { reloadInspectedPage } from '../../browser/inspected.ts';
import { hindrancesOf, isInForce, type Override } from '../../override/index.ts';
import { minuteOfDay } from '../model/clock.ts';
import { useModel } from '../model/model-context.ts';
import { Words } from './words.tsx';

/** Says what keeps an override from working, or what the user has to do now. */
export function OnNotices({ override }: { override: Override }) {
  const { rows } = useModel();
  const { since } = override;
  const tried = rows.value.some(({ exchange }) => exchange.overridden && exchange.startedAt >= since);
  return (
    <>
      {hindrancesOf(override).map((hindrance) => (
        <p class="notice" key={hindrance.key}>
          <Words of={hindrance} />
        </p>
      ))}
      {override.heldBackBy?.type === 'unseen' && (
        <p class="notice">
          <ReloadPage />
        </p>
      )}
      {!tried && isInForce(override) && (
        <p class="notice">
          {t('overrideNext')} <ReloadPage />
        </p>
      )}
    </>
  );
}

function ReloadPage() {
  return (
    <button type="button" class="link" onClick={reloadInspectedPage}>
      {t('reloadPage')}
    </button>
  );
}

/** Says when the last override ended, and offers it again. */
export function EndedNotice({ at, onAgain }: { at: number; onAgain: () => void }) {
  return (
    <p class="notice">
      {t('overrideEnded', { time: minuteOfDay(at) })}{' '}
      <button type="button" class="link" onClick={onAgain}>
        {t('overrideAgain')}
      </button>
    </p>
  );
}
