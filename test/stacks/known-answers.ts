import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerAnswer } from '../../src/stacks/fingerprint.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';
import { caseExchange, type ReportedCase } from '../causes/case-exchange.ts';
import cases from '../causes/cases.json' with { type: 'json' };
import reports from '../causes/reports.json' with { type: 'json' };
import type { CapturedAnswer } from './captured-answer.ts';
import others from './other-answers.json' with { type: 'json' };

/** An answer of which it is known who gave it. */
export interface KnownAnswer {
  /** Where it is from, and what it was asked. */
  readonly name: string;
  readonly answer: ServerAnswer;
  /** Who gave it, and what stood in front; empty where that is nobody who has a name here. */
  readonly by: readonly StackId[];
}

type Lines = readonly (readonly string[])[];

const CAPTURED = join(import.meta.dirname, 'captured');

function captured(): readonly KnownAnswer[] {
  return readdirSync(CAPTURED)
    .flatMap((file): CapturedAnswer[] => JSON.parse(readFileSync(join(CAPTURED, file), 'utf8')))
    .map((answer) => ({
      name: `${answer.version}, ${answer.setup}, ${answer.to}`,
      answer,
      by: [answer.stack],
    }));
}

/** Servers that were asked by hand, most of which have no name here: whatever is called them is wrong. */
function asked(): readonly KnownAnswer[] {
  return others.map(({ server, stack, url, method, status, headerList, to }) => ({
    name: `${server}, ${method} ${new URL(url).pathname}`,
    answer: { to: side(to), url, method, status, headerList: lines(headerList) },
    by: stack === null ? [] : [stack as StackId],
  }));
}

/** Who answered in each public report; absent: nobody who has a name here, or the thread doesn't tell. */
const REPORTED: Readonly<Record<string, readonly StackId[]>> = {
  'vercel-deployment-protection-401': ['vercel-protection'],
  'ngrok-interstitial-after-good-preflight': ['fastapi', 'ngrok'],
  'hass-n8n-proxy-rewrites-origin': ['n8n', 'nginx'],
  'ingress-oauth2-skip-preflight': ['ingress-nginx'],
  'nelmio-hides-tus-offset': ['symfony'],
  'fastmcp-user-cors-never-runs': ['fastmcp'],
  'iis-webdav-put-405': ['iis'],
  'sse-hijack-drops-cors': ['fastify'],
};

function reported(): readonly KnownAnswer[] {
  return reports.flatMap(({ id, url, method, preflight, response }) => [
    ...known(id, 'preflight', url, 'OPTIONS', preflight),
    ...known(id, 'request', url, method, response),
  ]);
}

function known(
  id: string,
  to: ServerAnswer['to'],
  url: string,
  method: string,
  answer: { readonly status: number; readonly headerList: Lines } | null,
): readonly KnownAnswer[] {
  if (answer === null) return [];
  const { status, headerList } = answer;
  return [
    {
      name: `report ${id}, ${to}`,
      answer: { to, url, method, status, headerList: lines(headerList) },
      by: REPORTED[id] ?? [],
    },
  ];
}

/** Who answered in each case; absent: nobody who has a name here. */
const CASES: readonly (readonly [id: RegExp, by: readonly StackId[]])[] = [
  [/^ollama-/, ['ollama']],
  [/^lmstudio-/, ['lm-studio']],
  [/^llamacpp-/, ['llama-cpp']],
  [/^(?:routellm|mlc-llm)-/, ['fastapi']],
  [/^flexllama-/, ['aiohttp']],
  [/^(?:9router|datadog-dust|next)/, ['nextjs']],
  [/^mcp-openzim/, ['starlette']],
  [/^supabase-401/, ['supabase-functions']],
  [/^nginx-express/, ['express', 'nginx']],
  [/^nginx-proxy/, ['nginx']],
  [/^laravel-/, ['laravel']],
  [/^(?:django-|axios-content)/, ['django']],
  [/^spring-/, ['spring-boot']],
  [/^(?:aspnet|signalr)-/, ['aspnet-core']],
  [/^(?:express|corp)-/, ['express']],
  [/^fastify-/, ['fastify']],
  [/^s3-/, ['s3']],
  [/^firebase-/, ['firebase-functions']],
  [/^haproxy-/, ['haproxy']],
  [/^vite-/, ['vite']],
  [/^traefik-/, ['traefik']],
];

function ofCases(): readonly KnownAnswer[] {
  return (cases.cases as readonly ReportedCase[]).flatMap((one): KnownAnswer[] => {
    const { url, method, preflight, response } = caseExchange(one).hops[0];
    const by = CASES.find(([id]) => id.test(one.id))?.[1] ?? [];
    const answers: KnownAnswer[] = [];
    if (preflight?.response) {
      const answer = { to: 'preflight', url, method: 'OPTIONS', ...preflight.response } as const;
      answers.push({ name: `case ${one.id}, preflight`, answer, by });
    }
    if (response !== null) {
      answers.push({
        name: `case ${one.id}, request`,
        answer: { to: 'request', url, method, ...response },
        by,
      });
    }
    return answers;
  });
}

function side(to: string): ServerAnswer['to'] {
  return to === 'preflight' ? 'preflight' : 'request';
}

function lines(list: Lines): ServerAnswer['headerList'] {
  return list.map(([name = '', value = '']) => [name, value] as const);
}

/** All of them. */
export const KNOWN_ANSWERS: readonly KnownAnswer[] = [...captured(), ...asked(), ...reported(), ...ofCases()];
