import type { Signal } from '@preact/signals';
import { send } from '../../browser/commands.ts';
import { t } from '../../browser/i18n.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { ExportButtons } from './export-buttons.tsx';
import { FilterBox } from './filter-box.tsx';
import { OpenFileButton } from './open-file-button.tsx';
import { OverrideStatuses } from './override-statuses.tsx';
import { PasteButton } from './paste-button.tsx';
import './toolbar.css';

export function Toolbar({ focusList }: { focusList: () => void }) {
  const { tabId, hidePassed, preserveLog, isFromFile } = useModel();
  const clearing = useAction('clearFailed');
  const clear = () =>
    clearing.start(async () => {
      await send('clearExchanges', { tabId });
    });
  return (
    <header>
      <div class="toolbar" role="toolbar" aria-label={t('toolbar')}>
        {!isFromFile && (
          <button
            type="button"
            class="tool icon-only"
            title={t('clear')}
            aria-label={t('clear')}
            onClick={clear}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                class="mark-line"
                stroke-width="1.4"
                d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 3.8l8.4 8.4"
              />
            </svg>
          </button>
        )}
        <FilterBox onLeave={focusList} />
        <Check label={t('hidePassed')} state={hidePassed} />
        {!isFromFile && <Check label={t('preserveLog')} state={preserveLog} />}
        <span class="toolbar-space" />
        {!isFromFile && <OverrideStatuses />}
        <OpenFileButton class="tool" />
        <PasteButton class="tool icon-only" />
        {!isFromFile && <ExportButtons />}
        <ActionProblem of={clearing} class="toolbar-problem" />
      </div>
    </header>
  );
}

function Check({ label, state }: { label: string; state: Signal<boolean> }) {
  return (
    <label class="tool">
      <input
        type="checkbox"
        checked={state.value}
        onChange={(event) => {
          state.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}
