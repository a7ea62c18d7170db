import type { ComponentChildren } from 'preact';
import { t } from '../../browser/i18n.ts';
import type { CallResult } from '../../explain/index.ts';
import { type PlainKey, sentence } from '../../texts/index.ts';
import { say } from '../say.ts';

/** Shows a result as shape and colour, with a word for screen readers. */
export function Mark({ kind }: { kind: CallResult }) {
  return (
    <span class={`mark mark-${kind}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      <SpokenMark kind={kind} />
    </span>
  );
}

/** Renders the word for the result, for screen readers alone. */
export function SpokenMark({ kind }: { kind: CallResult }) {
  return <span class="visually-hidden">{say(sentence('spokenMark', { word: t(MARK_WORDS[kind]) }))} </span>;
}

const MARK_WORDS: Readonly<Record<CallResult, PlainKey>> = {
  blocked: 'markBlocked',
  failed: 'markFailed',
  pending: 'markPending',
  passed: 'markPassed',
  overridden: 'markOverridden',
  'not-cors': 'markNotCors',
};

const SHAPES: Readonly<Record<CallResult, ComponentChildren>> = {
  'not-cors': (
    <>
      <circle cx="8" cy="8" r="6.2" class="mark-line" stroke-width="1.4" />
      <path d="M8 7.4v4M8 4.6v.4" class="mark-line" stroke-width="1.6" />
    </>
  ),
  blocked: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path class="mark-ink" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke-width="1.7" />
    </>
  ),
  failed: (
    <>
      <path d="M8 1.2L15.2 14.4H.8Z" fill="currentColor" />
      <path class="mark-ink" d="M8 6v4M8 11.6v1.4" stroke-width="1.5" />
    </>
  ),
  pending: <path d="M3 8h.01M8 8h.01M13 8h.01" class="mark-line" stroke-width="2.4" />,
  passed: <path d="M2.8 8.6l3.4 3.4 7-7.6" class="mark-line" stroke-width="1.8" />,
  overridden: (
    <>
      <path
        d="M8 1l6 2.2v4.3c0 3.6-2.5 6.1-6 7.5-3.5-1.4-6-3.9-6-7.5V3.2Z"
        class="mark-line"
        stroke-width="1.4"
      />
      <path d="M5.2 8l2.1 2.1 3.6-4" class="mark-line" stroke-width="1.5" />
    </>
  ),
};
