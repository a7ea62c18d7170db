import { useSignal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import type { Exchange, HeaderList } from '../../cors/index.ts';
import type { KeysWith } from '../../texts/index.ts';
import { mattersToCors } from '../model/header-marks.ts';
import { Text, Value } from './words.tsx';
import './raw-headers.css';
import './code.css';

/** Shows all headers as they were observed, whole. They may be long, so they are rendered only on demand. */
export function RawHeaders({ exchange }: { exchange: Exchange }) {
  const open = useSignal(false);
  const blocks = exchange.hops.flatMap(({ url, method, preflight, requestHeaders, response }) => [
    headerBlock('rawPreflightRequest', `OPTIONS ${url}`, preflight?.requestHeaders),
    headerBlock('rawPreflightResponse', String(preflight?.response?.status), preflight?.response?.headerList),
    headerBlock('rawRequest', `${method} ${url}`, requestHeaders),
    headerBlock('rawResponse', String(response?.status), response?.headerList),
  ]);
  const seen = blocks.filter((one) => one !== null);
  return (
    <details
      class="raw"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t('rawTitle')}</summary>
      {open.value && seen.length === 0 && <p class="dim">{t('rawNone')}</p>}
      {open.value && seen.map((one, index) => <HeaderBlock key={index} {...one} />)}
    </details>
  );
}

interface Block {
  readonly message: KeysWith<'line'>;
  readonly line: string;
  readonly list: HeaderList;
}

function headerBlock(
  message: KeysWith<'line'>,
  line: string,
  list: HeaderList | null | undefined,
): Block | null {
  return list === null || list === undefined ? null : { message, line, list };
}

function HeaderBlock({ message, line, list }: Block) {
  return (
    <section>
      <h3>
        <Text message={message} values={{ line }} />
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
      <code class="code" tabIndex={0}>
        {list.map((header, index) => (
          <HeaderLine key={index} header={header} />
        ))}
      </code>
    </section>
  );
}

/** Marks the headers that matter. The order is the one in which they were sent. */
function HeaderLine({ header: [name, value] }: { header: HeaderList[number] }) {
  const matters = mattersToCors(name);
  return (
    <span class={matters ? 'header-line header-matters' : 'header-line'}>
      {matters && <span class="visually-hidden">{t('spokenMark', { word: t('rawMatters') })} </span>}
      <span class="header-name">
        <Value text={name} length={Infinity} />:
      </span>{' '}
      <Value text={value} length={Infinity} />
    </span>
  );
}
