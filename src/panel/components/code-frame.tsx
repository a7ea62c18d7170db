import type { ComponentChildren } from 'preact';
import { CopyButton } from './copy-button.tsx';
import './code.css';

interface Props {
  readonly label?: ComponentChildren;
  /** What the button copies. */
  readonly copied: string;
  readonly children: ComponentChildren;
}

/** A framed text in fixed pitch, with what it is and a button that copies it above. */
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
