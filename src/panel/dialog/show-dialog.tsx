import { type ComponentChildren, render } from 'preact';
import { ModalDialog } from './modal-dialog.tsx';

/**
 * Shows a dialog until it is left or answered.
 * @param content draws it; `done` closes it with an answer
 * @returns the answer; null where the user left
 */
export function showDialog<Answer>(
  title: string,
  content: (done: (answer: Answer | null) => void) => ComponentChildren,
): Promise<Answer | null> {
  const host = document.createElement('div');
  host.className = 'dialog-host';
  document.body.append(host);
  return new Promise((resolve) => {
    const done = (answer: Answer | null) => {
      // Gives the focus back, which removing it would lose.
      host.querySelector('dialog')?.close();
      render(null, host);
      host.remove();
      resolve(answer);
    };
    render(
      <ModalDialog title={title} onLeave={() => done(null)}>
        {content(done)}
      </ModalDialog>,
      host,
    );
  });
}
