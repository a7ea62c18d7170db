import { t } from '../../browser/i18n.ts';
import type { StackChoice } from '../../explain/index.ts';
import { STACKS, type StackId } from '../../stacks/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { useModel } from '../model/model-context.ts';

/** Lets the user choose the server that the fix is for. The choice is stored for that target. */
export function StackChooser({ stacks, targetOrigin, choice }: Props) {
  const { chooseStack } = useModel();
  const choosing = useAction('stackChoiceFailed');
  return (
    <>
      <label class="stack-chooser">
        <span class="visually-hidden">{t('stackChooser')}</span>
        <select
          value={choice}
          onChange={({ currentTarget }) =>
            choosing.start(() => chooseStack(targetOrigin, currentTarget.value as StackChoice))
          }
        >
          <option value="headers-only">{t('stackHeadersOnly')}</option>
          {stacks.map((stack) => (
            <option key={stack} value={stack}>
              {STACKS[stack].name}
            </option>
          ))}
        </select>
      </label>
      <ActionProblem of={choosing} />
    </>
  );
}

interface Props {
  readonly stacks: readonly StackId[];
  readonly targetOrigin: string;
  readonly choice: StackChoice;
}
