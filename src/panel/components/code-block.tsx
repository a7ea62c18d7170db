import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Language } from '../../stacks/index.ts';
import { codeTokens } from '../model/code-tokens.ts';
import { CodeFrame } from './code-frame.tsx';

interface Props {
  /** What the code is, and where it belongs. */
  readonly label: ComponentChildren;
  readonly code: string;
  readonly language: Language;
}

/** Shows code that can be pasted as it is. */
export function CodeBlock({ label, code, language }: Props) {
  const tokens = useMemo(() => codeTokens(code, language), [code, language]);
  return (
    <CodeFrame label={label} copied={code}>
      {tokens.map(({ kind, text }, index) => (
        <span key={index} class={kind === 'plain' ? undefined : `code-${kind}`}>
          {text}
        </span>
      ))}
    </CodeFrame>
  );
}
