import { lists } from '../browser/formats.ts';
import { t, textOf } from '../browser/i18n.ts';
import { clippedText } from '../report/index.ts';
import { mapValues, type SentenceValue } from '../texts/index.ts';
import type { Task } from './agent-task.ts';
import type { CopyModel } from './copy-model.ts';

/** Says what was copied for a coding agent, in place of the popup. */
export function CopyPage({ model }: { model: CopyModel }) {
  return (
    <main>
      <div role="status">
        <State model={model} />
      </div>
      <p class="hint">
        <a href="/src/popup/index.html">{t('popupBack')}</a>
      </p>
    </main>
  );
}

function State({ model: { copying, copyAgain } }: { model: CopyModel }) {
  const state = copying.value;
  switch (state.type) {
    case 'working':
      return <p class="dim">{t('popupLoading')}</p>;
    case 'nothing':
      return <h1>{t('popupNothingToCopy')}</h1>;
    case 'unreadable':
      return <p role="alert">{t('storeUnreadable')}</p>;
    case 'copied':
      return (
        <>
          <h1>{t('popupCopied')}</h1>
          <Cause of={state.task} />
        </>
      );
    case 'refused':
      return (
        <>
          <h1>{t('copyFailed')}</h1>
          <Cause of={state.task} />
          <p class="copy">
            <button type="button" onClick={() => copyAgain(state.task)}>
              {t('copyAgent')}
            </button>
          </p>
        </>
      );
  }
}

/** The length at which values are cut. */
const MAX_VALUE_CHARS = 60;

/** The cause whose task was written, and the server that it is found at. */
function Cause({ of: { label, host } }: { of: Task }) {
  return (
    <p class="cause">
      <bdi>{textOf(mapValues(label, toText))}</bdi>{' '}
      <bdi class="host dim">{clippedText(host, MAX_VALUE_CHARS)}</bdi>
    </p>
  );
}

function toText(value: SentenceValue): string {
  const texts = (typeof value === 'string' ? [value] : value).map((one) => clippedText(one, MAX_VALUE_CHARS));
  return lists.format(texts);
}
