import { useSignal } from '@preact/signals';
import { hasRunOut, isFor, isOn } from '../../override/index.ts';
import { turnOffAll } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { useModel } from '../model/model-context.ts';
import { OverrideEnded } from './override-ended.tsx';
import { OverrideStatus } from './override-status.tsx';

/** The overrides of this tab that are on, and those whose time is up. */
export function OverrideStatuses() {
  const { overrides } = useModel();
  const problem = useSignal('');
  const on = overrides.value.filter(isOn);
  // The last of each pair says how things are.
  const ended = overrides.value.filter(
    (one, index) => hasRunOut(one) && !overrides.value.slice(index + 1).some((later) => isFor(later, one)),
  );
  const allOff = async () => {
    problem.value = (await turnOffAll(on)) ?? '';
  };
  return (
    <>
      {on.map((override) => (
        <OverrideStatus key={override.id} override={override} />
      ))}
      {on.length > 1 && (
        <button type="button" class="tool" onClick={allOff}>
          {t('turnOffAll')}
        </button>
      )}
      {ended.map((override) => (
        <OverrideEnded key={override.id} override={override} />
      ))}
      {problem.value !== '' && <span role="alert">{t('overrideFailed', problem.value)}</span>}
    </>
  );
}
