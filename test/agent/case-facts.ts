import type { ExplainedExchange } from '../../src/report/report-v2.ts';
import { type AgentCase, type CaseTexts, SECRET } from './agent-cases.ts';

/** What an agent can know of a call. */
export interface CaseFacts {
  /** Which headers are said to be missing. */
  readonly missing: readonly string[];
  /** Whether the status by which the call failed is told. */
  readonly tellsStatus: boolean;
  readonly cause: string;
  readonly fix: string;
  /** Whether `mode: 'no-cors'` is named as a way out. */
  readonly suggestsNoCors: boolean;
  readonly showsSecret: boolean;
}

/** The status that tells why the call failed. */
const STATUS: Readonly<Record<AgentCase, number>> = {
  headers: 204,
  login: 401,
  'error-page': 500,
  'no-cors': 200,
};

/** Of what Chrome DevTools for agents says without the extension. */
export function factsAlone({ id, alone }: CaseTexts): CaseFacts {
  const reason = /blocked by CORS policy: (.+)/.exec(alone)?.[1] ?? '';
  const named = [...alone.matchAll(/Request header field (\S+) is not allowed/g)].map(
    ([, name = '']) => name,
  );
  const noOrigin = reason.includes("No 'Access-Control-Allow-Origin'") ? ['Access-Control-Allow-Origin'] : [];
  return {
    missing: [...named, ...noOrigin],
    tellsStatus: alone.includes(`Status: ${STATUS[id]}\n`),
    cause: reason,
    fix: /To fix this issue, (.+)/.exec(alone)?.[1] ?? '',
    suggestsNoCors: alone.includes('can be set to `no-cors`'),
    showsSecret: alone.includes(SECRET),
  };
}

/** Of what `preflightInspector.explain()` says. */
export function factsOfOurs({ id, ours }: CaseTexts): CaseFacts {
  const { failures, words } = ours;
  const named = failures.flatMap(({ error, parameter }) =>
    error === 'HeaderDisallowedByPreflightResponse' && parameter !== null ? parameter : [],
  );
  // What a login check never meant to send is no fault of its own.
  const said = words.faults.map(({ text }) => text).join(' ');
  const noOrigin = failures.some(({ error }) => error.endsWith('MissingAllowOriginHeader'));
  return {
    missing: [
      ...named.filter((name) => said.includes(`\`${name}\``)),
      ...(noOrigin ? ['Access-Control-Allow-Origin'] : []),
    ],
    tellsStatus: statusesIn(ours).includes(STATUS[id]),
    cause: words.headline,
    fix: fixIn(ours),
    suggestsNoCors: JSON.stringify(ours).includes('no-cors'),
    showsSecret: JSON.stringify(ours).includes(SECRET),
  };
}

function statusesIn({ hops }: ExplainedExchange): readonly (number | null | undefined)[] {
  return hops.flatMap(({ preflight, response }) => [preflight?.status, response?.status]);
}

/** The first thing to do, and the files of the recipe. */
function fixIn({ words, fix }: ExplainedExchange): string {
  const files = new Set((fix?.steps ?? []).flatMap((step) => (step.type === 'edit' ? [step.file] : [])));
  const recipe =
    fix === null ? [] : [`Recipe for ${fix.name}: ${[...files].map((file) => `\`${file}\``).join(', ')}.`];
  return [...words.advice.slice(0, 1).map(({ text }) => text), ...recipe].join(' ');
}
