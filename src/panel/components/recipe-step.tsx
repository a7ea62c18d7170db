import { t } from '../../browser/i18n.ts';
import { PASTE_LOCATIONS, type RecipeStep, type Restart } from '../../stacks/index.ts';
import { CodeBlock } from './code-block.tsx';
import { Value } from './words.tsx';

interface Props {
  readonly steps: readonly RecipeStep[];
  /** What makes the steps take effect. */
  readonly restart: Restart;
}

/** Lists what to do, in order. Renders nothing if there is nothing to do. */
export function Steps({ steps, restart }: Props) {
  if (steps.length === 0) return null;
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={index}>
          <Step step={step} />
        </li>
      ))}
      <RestartStep restart={restart} />
    </ol>
  );
}

/** Shows one step: a command, or code with its paste location. */
function Step({ step }: { step: RecipeStep }) {
  switch (step.type) {
    case 'run':
      return <CodeBlock label={t('recipeRun')} code={step.command} language="shell" />;
    case 'edit':
      return (
        <div data-file={step.file} data-place={step.place}>
          <CodeBlock
            label={
              <>
                <Value text={step.file} /> <span class="dim">{t(PASTE_LOCATIONS[step.place])}</span>
              </>
            }
            code={step.code}
            language={step.language}
          />
        </div>
      );
  }
}

/** Shows what makes the steps take effect, as the last step. */
function RestartStep({ restart }: { restart: Restart }) {
  switch (restart.type) {
    case 'none':
      return null;
    case 'server':
      return <li>{t('recipeRestart')}</li>;
    case 'command':
      return (
        <li>
          <CodeBlock label={t('recipeRestartWith')} code={restart.command} language="shell" />
        </li>
      );
  }
}
