import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../browser/commands.ts';
import { canRequestHosts, requestHostAccess } from '../../browser/host-access.ts';
import { t } from '../../browser/i18n.ts';
import {
  bareNetError,
  faultWords,
  followedBy,
  NETWORK_WORDS,
  networkCause,
  steps,
} from '../../causes/index.ts';
import {
  type AgainVerdict,
  currentHop,
  type Exchange,
  hostOf,
  judgeAgain,
  originOf,
  type Preflight,
  withPreflight,
} from '../../cors/index.ts';
import { type CallResult, conditionKey, type JudgedExchange } from '../../explain/index.ts';
import type { KeysWith } from '../../texts/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { secondOfDay } from '../model/clock.ts';
import { useModel } from '../model/model-context.ts';
import { useHostAccess } from '../model/use-grants.ts';
import { AccessInPopup } from './access-in-popup.tsx';
import { CauseSteps } from './cause-steps.tsx';
import { Mark } from './mark.tsx';
import { Text, Value, Words } from './words.tsx';
import './ask-again.css';

/** The result of a preflight. */
interface ProbeRun {
  readonly preflight: Preflight;
  readonly verdict: AgainVerdict;
  /** When it was sent, in ms since the epoch. */
  readonly at: number;
}

/** Sends the failed preflight again, after the server was changed, and shows the result. */
export function AskAgain({ row }: { row: JudgedExchange }) {
  const { tabId } = useModel();
  const { exchange, diagnosis } = row;
  const { url, preflight } = currentHop(exchange);
  const target = originOf(url);
  const access = useHostAccess(target);
  const asking = useAction('askFailed');
  const asked = useSignal<readonly ProbeRun[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  if (preflight === null) return null;
  const judge = (one: Preflight, at: number): ProbeRun => {
    return { preflight: one, verdict: judgeAgain(exchange, diagnosis, one), at };
  };

  const ask = () =>
    asking.start(async () => {
      if (access === false) {
        // Chrome asks for access only during a click: nothing may be awaited before.
        const granted = await requestHostAccess([target]);
        // Chrome's dialog took the focus.
        button.current?.focus();
        if (!granted) {
          asking.problem.value = t('askAccessRefused', { target: hostOf(target) });
          return;
        }
      }
      const answer = await send('probePreflight', { tabId, exchangeId: exchange.id });
      asked.value = [...asked.value, judge(answer.preflight, Date.now())];
    });

  const now = asked.value.at(-1);
  const before = asked.value.at(-2) ?? judge(withReason(preflight, exchange), exchange.startedAt);
  return (
    <section class="ask-again" aria-label={t('askAgain')}>
      <p>
        <button ref={button} type="button" class="button" aria-busy={asking.isBusy.value} onClick={ask}>
          {t('askAgain')}
        </button>{' '}
        <span class="dim">{t('askHint')}</span>
      </p>
      {access === false && !canRequestHosts() && <AccessInPopup hosts={[hostOf(target)]} />}
      {access === false && canRequestHosts() && (
        <p class="notice">
          <Text message="askAccessNeeded" values={{ target: hostOf(target) }} />
        </p>
      )}
      <div role="status" aria-live="polite">
        {asking.isBusy.value && <p class="dim">{t('asking')}</p>}
        {!asking.isBusy.value && now !== undefined && (
          <>
            <Outcome message="askedBefore" of={before} />
            <Outcome message="askedNow" of={now} />
            <Verdict row={row} of={now} />
          </>
        )}
      </div>
      <ActionProblem of={asking} />
    </section>
  );
}

/** The request's own error says more about a preflight that got no answer. */
function withReason(preflight: Preflight, { outcome }: Exchange): Preflight {
  return preflight.response === null && outcome.type === 'error'
    ? { ...preflight, error: outcome.error }
    : preflight;
}

function Outcome({ message, of: { preflight, verdict, at } }: { message: KeysWith<'time'>; of: ProbeRun }) {
  const { response, error } = preflight;
  return (
    <p class={`asked asked-${MARK_OF_VERDICT[verdict.type]}`}>
      <Mark kind={MARK_OF_VERDICT[verdict.type]} />
      {t(message, { time: secondOfDay(at) })}{' '}
      <Value text={response === null ? bareNetError(error ?? '–') : `OPTIONS ${response.status}`} />
    </p>
  );
}

const MARK_OF_VERDICT: Readonly<Record<AgainVerdict['type'], CallResult>> = {
  fixed: 'passed',
  'fixed-without-credentials': 'blocked',
  'still-blocked': 'blocked',
  'no-answer': 'failed',
};

function Verdict({
  row: { exchange, diagnosis, cause },
  of: { preflight, verdict },
}: {
  row: JudgedExchange;
  of: ProbeRun;
}) {
  switch (verdict.type) {
    case 'fixed':
      return <p>{t('askedFixed')}</p>;
    case 'no-answer':
      return <p>{t(NETWORK_WORDS[networkCause(verdict.error)].hint)}</p>;
    case 'fixed-without-credentials':
    case 'still-blocked':
      return (
        <>
          <p>{t(verdict.type === 'still-blocked' ? 'askedStillBlocked' : 'askedWithoutCredentials')}</p>
          {cause?.id === 'local-network-access' && (
            <CauseSteps
              of={steps(exchange, followedBy(cause, withPreflight(exchange, preflight), diagnosis.profile))}
            />
          )}
          <ul>
            {faultWords(withPreflight(exchange, preflight), verdict.failures).map(
              ({ sentence, when }, index) => {
                const condition = conditionKey(when, diagnosis.credentials);
                return (
                  <li key={index}>
                    <Words of={sentence} />
                    {condition !== null && <span class="condition"> {t(condition)}</span>}
                  </li>
                );
              },
            )}
          </ul>
        </>
      );
  }
}
