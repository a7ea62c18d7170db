import type { ComponentChildren } from 'preact';
import { t } from '../../browser/i18n.ts';
import { type Diagnosis, isCorsSafelistedMethod } from '../../cors/index.ts';
import type { Comparison, Explanation, Verdict } from '../../explain/index.ts';
import type { PlainKey } from '../../texts/index.ts';
import { HeaderChips } from './header-chips.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { Text, Value } from './words.tsx';
import './comparison-table.css';

/** Shows what the browser asked beside what the server allows. */
export function ComparisonTable({ of: { comparison, diagnosis } }: { of: Explanation }) {
  const { origin, method, headers, credentials, preflighted } = comparison;
  return (
    <section aria-labelledby="comparison-title">
      <table class="comparison">
        <caption id="comparison-title" class="visually-hidden">
          {t('comparisonTitle')}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('columnAspect')}</span>
            </th>
            <th scope="col">{t('columnAsked')}</th>
            <th scope="col">{t('columnAllowed')}</th>
          </tr>
        </thead>
        <tbody>
          <Aspect name="aspectOrigin" verdict={origin.verdict} allowed={said(comparison, origin.allowed)}>
            <Value text={origin.asked} />
          </Aspect>
          {preflighted && (
            <>
              <Aspect name="aspectMethod" verdict={method.verdict} allowed={saidOfMethod(comparison)}>
                <Value text={method.asked} />
              </Aspect>
              <Aspect
                name="aspectHeaders"
                verdict={headers.verdict}
                allowed={said(comparison, headers.allowed)}
              >
                <HeaderChips asked={headers.asked} />
              </Aspect>
            </>
          )}
          <Aspect
            name="aspectCredentials"
            verdict={credentials.verdict}
            allowed={said(comparison, credentials.allowed)}
          >
            <Credentials mode={diagnosis.credentials} client={credentials.client} />
          </Aspect>
        </tbody>
      </table>
    </section>
  );
}

const CREDENTIALS_KEYS: Readonly<Record<Diagnosis['credentials'], PlainKey>> = {
  included: 'askedIncluded',
  omitted: 'askedOmitted',
  unknown: 'askedUnknown',
};

/** Says whether credentials are included, and which library tells so. */
function Credentials({ mode, client }: { mode: Diagnosis['credentials']; client: string | null }) {
  if (client === null || mode === 'unknown') return t(CREDENTIALS_KEYS[mode]);
  const message = mode === 'included' ? 'askedIncludedBy' : 'askedOmittedBy';
  return <Text message={message} values={{ client }} />;
}

interface AspectProps {
  readonly name: PlainKey;
  readonly verdict: Verdict;
  readonly allowed: ComponentChildren;
  readonly children: ComponentChildren;
}

function Aspect({ name, verdict, allowed, children }: AspectProps) {
  return (
    <tr class={`aspect-${verdict}`}>
      <th scope="row">
        <VerdictMark verdict={verdict} /> {t(name)}
      </th>
      <td>
        <Cell>{children}</Cell>
      </td>
      <td>
        <Cell>{allowed}</Cell>
      </td>
    </tr>
  );
}

function Cell({ children }: { children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so it must be reachable by keyboard
    <div class="cell" tabIndex={0}>
      {children}
    </div>
  );
}

function said({ answered }: Comparison, value: string | null): ComponentChildren {
  if (value !== null && value !== '')
    return <Value text={value.replaceAll(/\s*,\s*/g, ', ')} length={Infinity} />;
  return <span class="dim">{t(answered ? 'allowedNothing' : 'allowedNoAnswer')}</span>;
}

/** Renders what the server says of the method; that GET, HEAD and POST are always allowed, if it says nothing of them. */
function saidOfMethod(comparison: Comparison): ComponentChildren {
  const { answered, method } = comparison;
  const always = answered && method.allowed === null && isCorsSafelistedMethod(method.asked);
  return always ? <span class="dim">{t('allowedAlways')}</span> : said(comparison, method.allowed);
}
