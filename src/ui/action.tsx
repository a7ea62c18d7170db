import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { type MessageKey, t } from '../browser/i18n.ts';
import { CommandError, errorSentence } from '../commands/index.ts';

/** Something that a button starts, and that may fail. */
export interface Action {
  /**
   * Starts a task, unless one is under way. It runs synchronously up to its first `await`: Chrome asks for access to hosts
   * only straight from a click.
   */
  readonly start: (task: () => Promise<void>) => void;
  readonly isBusy: ReadonlySignal<boolean>;
  /** What went wrong last, in the user's language; '' while nothing did. */
  readonly problem: Signal<string>;
}

/**
 * Keep it in a component that outlives what the task changes: an override that couldn't be switched off goes away from its
 * list and comes back, and what is said of it must stay.
 * @param failed the sentence that says that it failed; its one value is why
 */
export function useAction(failed: MessageKey): Action {
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
    // What the task throws is told above.
    if (!isBusy.value) void run(task);
  };
  return { start, isBusy, problem };
}

/** Says that something failed, and why. What is no command's error is logged, too: its words are for developers. */
export function failureText(failed: MessageKey, error: unknown): string {
  if (!(error instanceof CommandError)) {
    console.error(error);
    return t(failed, t('errorInternal'));
  }
  const { key, values } = errorSentence(error.problem);
  return t(failed, t(key, ...values));
}

/** Says what went wrong, also to a screen reader; nothing while nothing did. */
export function ActionProblem({ of, class: name = 'problem' }: { of: Action; class?: string }) {
  if (of.problem.value === '') return null;
  return (
    <p class={name} role="alert">
      {of.problem.value}
    </p>
  );
}
