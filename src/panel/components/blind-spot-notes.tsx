import { numbers } from '../../browser/formats.ts';
import { canRequestHosts, requestOwnHosts } from '../../browser/host-access.ts';
import { t } from '../../browser/i18n.ts';
import { pluralKey } from '../../browser/plural.ts';
import { MAX_EXCHANGES, MAX_OUTSIDE_EXCHANGES } from '../../observe/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { AccessInPopup } from './access-in-popup.tsx';

/** Says which requests the list lacks, and why. */
export function BlindSpotNotes({ isWithheld }: { isWithheld: boolean }) {
  const { dropped, unheard, droppedOutside } = useModel();
  return (
    <footer class="blind-spots dim">
      {isWithheld && <Withheld />}
      {dropped.value > 0 && <Dropped count={dropped.value} />}
      {unheard.value > 0 && <Unheard count={unheard.value} />}
      {droppedOutside.value > 0 && <DroppedOutside count={droppedOutside.value} />}
    </footer>
  );
}

/** Chrome shows this machine's hosts to the extension only with the user's consent. */
function Withheld() {
  const allowing = useAction('accessAllowFailed');
  const allow = () =>
    allowing.start(async () => {
      await requestOwnHosts();
    });
  return (
    <>
      <p>
        {t('accessWithheld')}{' '}
        {canRequestHosts() && (
          <button type="button" class="link" onClick={allow}>
            {t('accessAllow')}
          </button>
        )}
      </p>
      {!canRequestHosts() && <AccessInPopup hosts={['localhost']} />}
      <ActionProblem of={allowing} />
    </>
  );
}

function Dropped({ count }: { count: number }) {
  const key = pluralKey(count, { one: 'droppedOne', other: 'droppedOther' });
  const values = {
    count: numbers.format(count),
    limit: numbers.format(MAX_EXCHANGES.perTab),
    total: numbers.format(MAX_EXCHANGES.inAll),
  };
  return <p>{t(key, values)}</p>;
}

function Unheard({ count }: { count: number }) {
  const key = pluralKey(count, { one: 'unheardOne', other: 'unheardOther' });
  return <p>{t(key, { count: numbers.format(count) })}</p>;
}

function DroppedOutside({ count }: { count: number }) {
  const key = pluralKey(count, { one: 'droppedOutsideOne', other: 'droppedOutsideOther' });
  return <p>{t(key, { count: numbers.format(count), limit: numbers.format(MAX_OUTSIDE_EXCHANGES) })}</p>;
}
