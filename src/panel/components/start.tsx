import { t } from '../../browser/i18n.ts';
import { OpenFileButton } from './open-file-button.tsx';
import { PasteButton } from './paste-button.tsx';
import { TryIt } from './try-it.tsx';

/** What the page says before a file is open. */
export function Start() {
  return (
    <main class="empty">
      <h1>{t('fileStartTitle')}</h1>
      <p>{t('fileStart')}</p>
      <div class="start-buttons">
        <OpenFileButton class="button" />
        <PasteButton class="button" />
      </div>
      <p class="dim">{t('fileStays')}</p>
      <TryIt />
    </main>
  );
}
