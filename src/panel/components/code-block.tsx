import { CopyButton } from './copy-button.tsx';

/** Code to be pasted as it stands, with a button that copies it. */
export function CodeBlock({ code }: { code: string }) {
  return (
    <div class="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
      <pre class="code" tabIndex={0}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  );
}
