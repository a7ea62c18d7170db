import { t } from '../platform/i18n.ts';
import type { PopupModel } from './popup-model.ts';
import { PopupOverride } from './popup-override.tsx';

/** The state of this tab, the way to switch an override off, and the way to the panel. */
export function Popup({ model: { watching, blocked, overrides } }: { model: PopupModel }) {
  return (
    <main>
      <State watching={watching.value} blocked={blocked.value} />
      {overrides.value.map((override) => (
        <PopupOverride key={override.id} override={override} />
      ))}
    </main>
  );
}

function State({ watching, blocked }: { watching: PopupModel['watching']['value']; blocked: number }) {
  switch (watching) {
    case 'not-known-yet':
      return <p class="dim">{t('popupLoading')}</p>;
    case 'no':
      return (
        <>
          <h1>{t('popupNotWatching')}</h1>
          <p class="dim">{t('popupNotWatchingHint')}</p>
        </>
      );
    case 'yes':
      return (
        <>
          <h1 class={blocked > 0 ? 'blocked' : ''}>
            {blocked > 0 ? t('popupBlocked', String(blocked)) : t('popupNoneBlocked')}
          </h1>
          <p class="dim">{t('popupHint')}</p>
        </>
      );
  }
}
