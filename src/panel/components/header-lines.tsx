import { type ComponentChildren, Fragment } from 'preact';
import { t } from '../../browser/i18n.ts';
import type { Exchange } from '../../cors/index.ts';
import type { RequiredHeader } from '../../explain/index.ts';
import { addedTokens } from '../../explain/index.ts';
import type { PlainKey } from '../../texts/index.ts';
import { CodeFrame } from './code-frame.tsx';
import { Value } from './words.tsx';

const TITLES: readonly (readonly [on: RequiredHeader['on'], title: PlainKey])[] = [
  ['preflight', 'fixOnPreflight'],
  ['response', 'fixOnResponse'],
];

/** Returns the lines to copy, grouped by the answer that they belong to. */
function headerText(headers: readonly RequiredHeader[]): string {
  const lines = TITLES.flatMap(([answer, title]) => {
    const ofAnswer = headers.filter(({ on }) => on === answer);
    return ofAnswer.length === 0
      ? []
      : [`# ${t(title)}`, ...ofAnswer.map(({ name, value }) => `${name}: ${value}`)];
  });
  return `${lines.join('\n')}\n`;
}

interface Props {
  readonly label?: ComponentChildren;
  readonly exchange: Exchange;
  readonly headers: readonly RequiredHeader[];
}

/** Shows header lines, grouped by the answer that they belong to. New elements of a list stand out. */
export function HeaderLines({ label, exchange, headers }: Props) {
  return (
    <CodeFrame label={label} copied={headerText(headers)}>
      {TITLES.map(([answer, title]) => {
        const ofAnswer = headers.filter(({ on }) => on === answer);
        if (ofAnswer.length === 0) return null;
        return (
          <Fragment key={answer}>
            <span class="header-line-group"># {t(title)}</span>
            {ofAnswer.map((header) => (
              <HeaderLine key={header.name} header={header} added={addedTokens(exchange, header)} />
            ))}
          </Fragment>
        );
      })}
    </CodeFrame>
  );
}

function HeaderLine({
  header: { name, value },
  added,
}: {
  header: RequiredHeader;
  added: readonly string[];
}) {
  return (
    <span class="header-line">
      <span class="header-name">{name}:</span>{' '}
      {added.length === 0 ? <Value text={value} length={Infinity} /> : <Tokens value={value} added={added} />}
    </span>
  );
}

function Tokens({ value, added }: { value: string; added: readonly string[] }) {
  return value.split(', ').map((token, index) => (
    <Fragment key={token}>
      {index > 0 && ', '}
      {added.includes(token) ? (
        <strong class="added">
          <Value text={token} />
        </strong>
      ) : (
        <Value text={token} />
      )}
    </Fragment>
  ));
}
