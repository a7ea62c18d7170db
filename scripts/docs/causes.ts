import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { CauseId } from '../../src/causes/cause.ts';
import { adviceOn, causeHeadline, whatHappened } from '../../src/causes/lookup.ts';
import { CAUSES } from '../../src/causes/registry.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { inWords } from '../../src/report/markdown-text.ts';
import { speaker } from '../../src/report/say.ts';
import type { Sentence } from '../../src/texts/sentence.ts';
import { CAUSE_TABLE } from '../../test/causes/cause-table.ts';
import { WRITTEN } from './markdown.ts';

/** The headings, by the cause that each stands above: the order is the registry's. */
const HEADINGS: Readonly<Partial<Record<CauseId, string>>> = {
  'header-not-allowed': 'CORS is set up, and doesn’t allow the call',
  'not-configured': 'CORS isn’t set up',
  'preflight-login': 'Something other than CORS answers the preflight',
  'response-without-cors': 'The preflight passes, or none is needed, and the answer to the call fails',
  'opaque-origin': 'The call carries an origin that no server should allow',
  'opaque-answer': 'CORS decides nothing about the request',
  'embedder-policy': 'Something other than CORS stops the call',
};

const say = speaker(en);
const words = (sentence: Sentence) => inWords(say, sentence);

/** The text of docs/causes.md: each cause with what the panel says of one call that has it. */
export function causesDocument(): string {
  const ids = Object.keys(CAUSES).filter((id): id is CauseId => id in CAUSES);
  return `${WRITTEN}

# Causes

The panel names one root cause for each call that fails: what stands in the way first, not what Chrome notices first.
These are all ${ids.length}, with what the panel says of an example. The page is on \`http://localhost:5174\`, the server on \`http://127.0.0.1:11434\`.
The panel puts the change for your own server beside it, from [the recipes](stacks.md).

![The panel: the cause in one sentence, beside it the change for the server and the override](panel-light.png)

The ids stand in [reports](report.md) and never change. If several causes fit, the order of \`src/causes/precedence.ts\` decides.
How to add a cause: [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-cause).

${ids.map(paragraphsOn).join('\n\n')}
`;
}

function paragraphsOn(id: CauseId): string {
  const example = CAUSE_TABLE.find(([, , found]) => found === id);
  if (example === undefined) throw new Error(`test/causes/cause-table.ts has no call with the cause ${id}.`);
  const [, exchange, , others] = example;
  const seen = seenAnswers([exchange, ...others]).beside(exchange);
  const cause = rootCause(exchange, diagnose(exchange, CHROME), seen);
  if (cause?.id !== id) throw new Error(`The example of ${id} has the cause ${cause?.id ?? 'none'}.`);
  const happened = whatHappened(exchange, cause);
  const advice = adviceOn(exchange, cause).map(({ sentence }) => words(sentence));
  const heading = HEADINGS[id];
  return [
    ...(heading === undefined ? [] : [`## ${heading}`]),
    `### ${id}`,
    [`**${words(causeHeadline(exchange, cause))}.**`, ...(happened === null ? [] : [words(happened)])].join(
      ' ',
    ),
    ...(advice.length === 0 ? [] : [`*What to do:* ${advice.join(' ')}`]),
  ].join('\n\n');
}
