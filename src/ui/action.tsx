import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { t, textOf } from '../browser/i18n.ts';
import { CommandError, errorSentence } from '../commands/index.ts';
import type { KeysWith } from '../texts/index.ts';

/** A task that a button starts and that may fail. */
export interface Action {
  /**
   * Starts a task, unless one is under way. The task runs synchronously up to its first `await`, because Chrome asks
   * for
   * access to hosts only during a click.
   */
  readonly start: (task: () => Promise<void>) => void;
  readonly isBusy: ReadonlySignal<boolean>;
  /** The last failure, in the user's language; '' while there is none. */
  readonly problem: Signal<string>;
}

/**
 * Creates an action. Use it in a component that outlives what the task changes: an override that couldn't be switched
 * off leaves its list and comes back, and the failure must stay visible.
 * @param failed the text for a failure
 */
export function useAction(failed: KeysWith<'reason'>): Action {
  const isBusy = useSignal(false);
  const problem = useSignal('');
  const run = async (task: () => Promise<void>) => {
    isBusy.value = true;
    problem.value = '';
    try {
      await task();
    } catch (error) {
      problem.value = failureText(failed, error);
    } finally {
      isBusy.value = false;
    }
  };
  const start = (task: () => Promise<void>) => {
    // `run` shows what the task throws.
    if (!isBusy.value) void run(task);
  };
  return { start, isBusy, problem };
}

/** Says that a task failed, and why. Logs any error that is no CommandError, since its words are for developers. */
export function failureText(failed: KeysWith<'reason'>, error: unknown): string {
  if (!(error instanceof CommandError)) {
    console.error(error);
    return t(failed, { reason: t('errorInternal') });
  }
  return t(failed, { reason: textOf(errorSentence(error.problem)) });
}

/** Shows the last failure, also to screen readers. Renders nothing while there is none. */
export function ActionProblem({ of, class: name = 'problem' }: { of: Action; class?: string }) {
  if (of.problem.value === '') return null;
  return (
    <p class={name} role="alert">
      {of.problem.value}
    </p>
  );
}
