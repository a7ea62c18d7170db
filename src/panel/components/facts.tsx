import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../browser/i18n.ts';
import { pluralKey } from '../../browser/plural.ts';
import { type Explanation, whoWords } from '../../explain/index.ts';
import { type Recognition, STACKS } from '../../stacks/index.ts';
import { FAULTS_TITLE } from './faults.tsx';
import { HAPPENED_TITLE } from './what-happened.tsx';
import { Words } from './words.tsx';
import './facts.css';

/** The length at which evidence is cut. The raw headers show it whole. */
const MAX_EVIDENCE_CHARS = 60;

/** Shows one line below the headline: who answered, and whether anything else is wrong. */
export function Facts({
  of: {
    facts: { who, more, moreWithCredentials, hides, isError },
  },
}: {
  of: Explanation;
}) {
  const asked = useSignal(false);
  const facts: ComponentChildren[] = [];
  if (who !== null) facts.push(<Responder of={who} asked={asked} />);
  if (hides) facts.push(<JumpLink to={HAPPENED_TITLE}>{t('factHides')}</JumpLink>);
  if (more > 0) {
    const key = pluralKey(more, { one: 'factMoreOne', other: 'factMoreOther' });
    facts.push(<JumpLink to={FAULTS_TITLE}>{t(key, { count: String(more) })}</JumpLink>);
  } else if (moreWithCredentials && !isError) {
    facts.push(<JumpLink to={FAULTS_TITLE}>{t('factNothingElseUnless')}</JumpLink>);
  } else if (!hides && !isError) facts.push(t('factNothingElse'));
  return (
    <>
      <p class="facts dim">
        {facts.map((fact, index) => (
          <span key={index}>{fact}</span>
        ))}
      </p>
      {asked.value && who !== null && (
        <p class="evidence dim">
          <Words of={whoWords(who)} length={MAX_EVIDENCE_CHARS} />
        </p>
      )}
    </>
  );
}

function Responder({
  of: { stack, certainty, releases },
  asked,
}: {
  of: Recognition;
  asked: Signal<boolean>;
}) {
  const name = releases === null ? STACKS[stack].name : `${STACKS[stack].name} ${releases}`;
  return (
    <>
      {t(certainty === 'sure' ? 'factSure' : 'factLikely', { stack: name })}{' '}
      <button
        type="button"
        class="link"
        aria-expanded={asked.value}
        onClick={() => {
          asked.value = !asked.value;
        }}
      >
        {t('factWhy')}
      </button>
    </>
  );
}

/** The space, in pixels, above a heading that is jumped to. */
const JUMP_MARGIN_PX = 8;

/** Scrolls to a heading further down. */
function JumpLink({ to, children }: { to: string; children: ComponentChildren }) {
  const jump = () => {
    const heading = document.getElementById(to);
    // Not scrollIntoView: that would move DevTools around the panel, too.
    heading?.closest('.detail')?.scrollTo({ top: heading.offsetTop - JUMP_MARGIN_PX });
    heading?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="link" onClick={jump}>
      {children}
    </button>
  );
}
