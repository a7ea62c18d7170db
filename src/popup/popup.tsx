import { useSignal } from '@preact/signals';
import type { Override } from '../override/index.ts';
import { turnOffAll } from '../platform/commands.ts';
import { t } from '../platform/i18n.ts';
import type { BlockedCause } from './blocked-causes.ts';
import { BlockedState } from './blocked-state.tsx';
import type { PopupModel, Watching } from './popup-model.ts';
import { PopupOverride } from './popup-override.tsx';

/** Chrome's key for DevTools. */
const DEVTOOLS_KEY = navigator.platform.startsWith('Mac') ? '⌥⌘I' : 'F12';

/** The state of this tab, the way to switch an override off, and the way to the panel. */
export function Popup({ model: { watching, causes, overrides } }: { model: PopupModel }) {
  return (
    <main>
      <State watching={watching.value} causes={causes.value} />
      {overrides.value.map((override) => (
        <PopupOverride key={override.id} override={override} />
      ))}
      {overrides.value.length > 1 && <AllOff overrides={overrides.value} />}
      {watching.value !== 'not-known-yet' && (
        <p class="hint">
          {watching.value === 'yes' ? t('popupHint', DEVTOOLS_KEY) : t('popupNotWatchingHint')}
        </p>
      )}
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

function State({ watching, causes }: { watching: Watching; causes: readonly BlockedCause[] }) {
  switch (watching) {
    case 'not-known-yet':
      return <p class="dim">{t('popupLoading')}</p>;
    case 'no':
      return <h1>{t('popupNotWatching')}</h1>;
    case 'yes':
      return <BlockedState causes={causes} />;
  }
}
