import { t } from '../../browser/i18n.ts';
import { OpenFileButton } from './open-file-button.tsx';

/** What the page says before a file is open. */
export function Start() {
  return (
    <main class="empty">
      <h1>{t('fileStartTitle')}</h1>
      <p>{t('fileStart')}</p>
      <OpenFileButton class="button" />
      <p class="dim">{t('fileStays')}</p>
    </main>
  );
}
