import { useSignal } from '@preact/signals';
import type { Override } from '../override/index.ts';
import { turnOffAll } from '../platform/commands.ts';
import { t } from '../platform/i18n.ts';
import { BlockedState } from './blocked-state.tsx';
import type { PopupModel } from './popup-model.ts';
import { PopupOverride } from './popup-override.tsx';

/** Chrome's key for DevTools. */
const DEVTOOLS_KEY = navigator.platform.startsWith('Mac') ? '⌥⌘I' : 'F12';

/** The state of this tab, the way to switch an override off, and the way to the panel. */
export function Popup({ model }: { model: PopupModel }) {
  const overrides = model.overrides.value;
  return (
    <main>
      <State model={model} />
      {overrides.map((override) => (
        <PopupOverride key={override.id} override={override} />
      ))}
      {overrides.length > 1 && <AllOff overrides={overrides} />}
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

function State({ model: { watching, causes } }: { model: PopupModel }) {
  switch (watching.value) {
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
          <BlockedState causes={causes.value} />
          <p class="dim">{t('popupHint', DEVTOOLS_KEY)}</p>
        </>
      );
  }
}
