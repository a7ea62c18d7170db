import { useSignal } from '@preact/signals';
import type { Override } from '../override/index.ts';
import { turnOffAll } from '../platform/commands.ts';
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
      {overrides.value.length > 1 && <AllOff overrides={overrides.value} />}
    </main>
  );
}

function AllOff({ overrides }: { overrides: readonly Override[] }) {
  const problem = useSignal('');
  const turnOff = async () => {
    problem.value = (await turnOffAll(overrides)) ?? '';
  };
  return (
    <section class="override">
      <button type="button" onClick={turnOff}>
        {t('turnOffAll')}
      </button>
      {problem.value !== '' && <p role="alert">{t('overrideFailed', problem.value)}</p>}
    </section>
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
