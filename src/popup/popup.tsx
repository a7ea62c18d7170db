import { turnOff, turnOffAll } from '../browser/commands.ts';
import { onCopyShortcut } from '../browser/copy-shortcut.ts';
import { t } from '../browser/i18n.ts';
import { ActionProblem, useAction } from '../ui/index.ts';
import type { BlockedCause } from './blocked-causes.ts';
import { BlockedState } from './blocked-state.tsx';
import { PopupAccess } from './popup-access.tsx';
import type { PopupModel, Watching } from './popup-model.ts';
import { PopupOverride } from './popup-override.tsx';

/** The key that opens DevTools in Chrome. */
const DEVTOOLS_KEY = navigator.platform.startsWith('Mac') ? '⌥⌘I' : 'F12';

/** Copies in place of the popup: it has the texts and recipes, which the popup does without. */
const COPY_PAGE = '/src/popup/copy.html';

onCopyShortcut(() => location.replace(COPY_PAGE));

/** Shows the state of this tab, the overrides that can be switched off, and how to open the panel. */
export function Popup({ model: { watching, causes, overrides, unseen } }: { model: PopupModel }) {
  const switching = useAction('overrideFailed');
  return (
    <main>
      <TabState watching={watching.value} causes={causes.value} />
      {causes.value.length > 0 && (
        <p class="copy">
          <a href={COPY_PAGE}>{t('copyAgent')}</a>
        </p>
      )}
      {unseen.value.length > 0 && <PopupAccess origins={unseen.value} />}
      {overrides.value.map((override) => (
        <PopupOverride
          key={override.id}
          override={override}
          onTurnOff={() => switching.start(() => turnOff(override))}
        />
      ))}
      {overrides.value.length > 1 && (
        <section class="override">
          <button type="button" onClick={() => switching.start(() => turnOffAll(overrides.value))}>
            {t('turnOffAll')}
          </button>
        </section>
      )}
      <ActionProblem of={switching} />
      {(watching.value === 'yes' || watching.value === 'no') && (
        <p class="hint">
          {t(watching.value === 'yes' ? 'popupHint' : 'popupNotWatchingHint', { key: DEVTOOLS_KEY })}
        </p>
      )}
      {causes.value.length === 0 && (
        <p class="hint">
          <a href="/src/panel/index.html#try-it" target="_blank" rel="noreferrer">
            {t('exampleTry')}
          </a>
        </p>
      )}
      <p class="hint">
        <a href="/src/panel/index.html" target="_blank" rel="noreferrer">
          {t('openFile')}
        </a>
      </p>
    </main>
  );
}

function TabState({ watching, causes }: { watching: Watching; causes: readonly BlockedCause[] }) {
  switch (watching) {
    case 'not-known-yet':
      return <p class="dim">{t('popupLoading')}</p>;
    case 'unreadable':
      return <p role="alert">{t('storeUnreadable')}</p>;
    case 'no':
      return <h1>{t('popupNotWatching')}</h1>;
    case 'yes':
      return <BlockedState causes={causes} />;
  }
}
