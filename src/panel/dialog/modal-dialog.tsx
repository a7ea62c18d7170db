import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './modal-dialog.css';

interface Props {
  readonly title: string;
  /** Called when the user leaves by the keyboard; whoever hears it closes the dialog. */
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** A dialog above all else. The browser keeps the focus in it, and gives it back to where it was. */
export function ModalDialog({ title, onLeave, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const leave = (event: Event) => {
    event.preventDefault();
    onLeave();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      // Before the browser closes it: DevTools must not hear the key.
      onKeyDown={(event) => event.key === 'Escape' && leave(event)}
      onCancel={leave}
    >
      <h1 id={id}>{title}</h1>
      {children}
    </dialog>
  );
}
