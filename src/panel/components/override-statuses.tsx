import { send, turnOff, turnOffAll } from '../../browser/commands.ts';
import { t } from '../../browser/i18n.ts';
import { hasRunOut, isFor, isOn, type Override } from '../../override/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';
import { OverrideEnded } from './override-ended.tsx';
import { OverrideStatus } from './override-status.tsx';

/** Shows the overrides of this tab that are on, and those whose time is up. */
export function OverrideStatuses() {
  const { overrides } = useModel();
  const switching = useAction('overrideFailed');
  const on = overrides.value.filter(isOn);
  // Of several overrides for one pair of origins, only the last one tells the present state.
  const ended = overrides.value.filter(
    (one, index) => hasRunOut(one) && !overrides.value.slice(index + 1).some((later) => isFor(later, one)),
  );
  const again = async ({ tabId, pageOrigin, targetOrigin, allow }: Override) => {
    await send('setOverride', { tabId, pageOrigin, targetOrigin, enabled: true, allow });
  };
  return (
    <>
      {on.map((override) => (
        <OverrideStatus
          key={override.id}
          override={override}
          onTurnOff={() => switching.start(() => turnOff(override))}
        />
      ))}
      {on.length > 1 && (
        <button type="button" class="tool" onClick={() => switching.start(() => turnOffAll(on))}>
          {t('turnOffAll')}
        </button>
      )}
      {ended.map((override) => (
        <OverrideEnded
          key={override.id}
          override={override}
          onAgain={() => switching.start(() => again(override))}
        />
      ))}
      <ActionProblem of={switching} class="toolbar-problem" />
    </>
  );
}
