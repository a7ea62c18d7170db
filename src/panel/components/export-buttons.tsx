import { send } from '../../browser/commands.ts';
import { t } from '../../browser/i18n.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { saveFile } from '../save-file.ts';

/** The report in both versions: what was seen and concluded; and the same with all that is said of it. */
export function ExportButtons() {
  const model = useModel();
  const exporting = useAction('exportFailed');
  const save = () =>
    exporting.start(async () => {
      saveJson('preflight-inspector-report', await send('exportReport', { tabId: model.tabId }));
    });
  const saveAll = () =>
    exporting.start(async () => {
      const { everything } = await import('../everything.ts');
      saveJson('preflight-inspector-report-v2', await everything(model));
    });
  return (
    <>
      <button type="button" class="tool" aria-label={t('exportReport')} onClick={save}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path class="mark-line" stroke-width="1.4" d="M8 2v8M4.8 7L8 10.2 11.2 7M2.8 11.5v2h10.4v-2" />
        </svg>
        <span class="tool-label">{t('exportReport')}</span>
      </button>
      <button
        type="button"
        class="tool icon-only"
        title={t('exportEverything')}
        aria-label={t('exportEverything')}
        onClick={saveAll}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            class="mark-line"
            stroke-width="1.4"
            d="M3.5 2h5.8l3.2 3.2V14h-9zM9 2v3.5h3.5M5.5 8h5M5.5 10.5h5"
          />
        </svg>
      </button>
      <ActionProblem of={exporting} class="toolbar-problem" />
    </>
  );
}

function saveJson(name: string, value: object): void {
  saveFile(`${name}.json`, JSON.stringify(value, null, 2));
}
