import { t } from '../../browser/i18n.ts';
import { useOpenFile } from '../model/open-file-context.ts';
import type { Openable } from '../model/openable.ts';
import { TRY_IT_ID } from './try-it-id.ts';

/** What there is to try: the example, or the gallery, which is shown at once. The code for that is loaded then. */
export async function askToTryIt(): Promise<Openable | null> {
  return (await import('../file/open-file.tsx')).tryIt();
}

/** Leads those who have no failing call to one that fails. */
export function TryIt() {
  const open = useOpenFile();
  return (
    <p>
      {t('exampleOffer')}{' '}
      <button id={TRY_IT_ID} type="button" class="link" onClick={() => open(askToTryIt())}>
        {t('exampleTry')}
      </button>
    </p>
  );
}
