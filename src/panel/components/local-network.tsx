import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { askLocalNetwork } from '../../browser/inspected-local-network.ts';
import {
  behindLocalNetwork,
  concernsLocalNetwork,
  type Explanation,
  localNetworkNow,
  type LocalNetwork as Now,
} from '../../explain/index.ts';
import type { Sentence } from '../../texts/index.ts';
import { useModel } from '../model/model-context.ts';
import { Words } from './words.tsx';
import './warnings.css';

/** Says what the page has of local network access now, and what comes behind it. */
export function LocalNetwork({ of: explanation }: { of: Explanation }) {
  const { isFromFile } = useModel();
  const concern = concernsLocalNetwork(explanation);
  if (concern === null) return null;
  const next =
    concern === 'surely' ? behindLocalNetwork(explanation, explanation.canAskAgain && !isFromFile) : null;
  if (isFromFile && next === null) return null;
  return (
    <section class="warnings" aria-labelledby="local-title">
      <h2 id="local-title">{t(concern === 'surely' ? 'localTitle' : 'localTitleLikely')}</h2>
      <ul>
        {!isFromFile && <NowInPage of={explanation} />}
        {next !== null && <Line of={next} />}
      </ul>
    </section>
  );
}

/** Asks the page when a call is shown, and when the reader comes back from the site's settings. */
function NowInPage({ of: { exchange } }: { of: Explanation }) {
  const now = useSignal<Now | 'asking' | null>('asking');
  useEffect(() => {
    const ask = async () => {
      now.value = await askLocalNetwork();
    };
    ask();
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, [exchange.id, now]);
  if (now.value === 'asking') return <li class="dim">{t('localAsking')}</li>;
  const lines = now.value === null ? [] : localNetworkNow(exchange, now.value);
  if (lines.length === 0) return <li class="dim">{t('localUntold')}</li>;
  return lines.map((line, index) => <Line key={index} of={line} />);
}

function Line({ of }: { of: Sentence }) {
  return (
    <li>
      <Words of={of} />
    </li>
  );
}
