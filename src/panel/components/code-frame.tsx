import type { ComponentChildren } from 'preact';
import { CopyButton } from './copy-button.tsx';
import './code.css';

interface Props {
  readonly label?: ComponentChildren;
  /** The text that the button copies. */
  readonly copied: string;
  readonly children: ComponentChildren;
}

/** Frames monospaced text, below a label and a button that copies it. */
export function CodeFrame({ label, copied, children }: Props) {
  return (
    <div class="code-block">
      <div class="code-head">
        <span>{label}</span>
        <CopyButton text={copied} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
      <pre class="code" tabIndex={0}>
        <code>{children}</code>
      </pre>
    </div>
  );
}
