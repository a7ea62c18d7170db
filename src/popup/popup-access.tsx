import { lists } from '../browser/formats.ts';
import { requestHostAccess } from '../browser/host-access.ts';
import { t } from '../browser/i18n.ts';
import { hostOf } from '../cors/index.ts';
import { ActionProblem, useAction } from '../ui/index.ts';

/** Asks for access to what this tab calls, in a browser that doesn't ask for it within DevTools. @param origins not empty */
export function PopupAccess({ origins }: { origins: readonly string[] }) {
  const allowing = useAction('accessAllowFailed');
  // The browser asks only during a click: nothing may be awaited before.
  const allow = () =>
    allowing.start(async () => {
      await requestHostAccess(origins);
    });
  return (
    <section class="access">
      <button type="button" onClick={allow}>
        {t('popupAllow', { hosts: lists.format(origins.map(hostOf)) })}
      </button>
      <p class="hint">{t('popupAllowHint')}</p>
      <ActionProblem of={allowing} />
    </section>
  );
}
