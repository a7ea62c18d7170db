import { execFileSync } from 'node:child_process';
import { parseAst } from 'vite';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME } from '../../../src/cors/browser-profile.ts';
import type { Exchange } from '../../../src/cors/exchange.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { agentPrompt } from '../../../src/report/agent-prompt.ts';
import { speaker } from '../../../src/report/say.ts';
import { ticket } from '../../../src/report/ticket.ts';
import { sampleExchange, samplePreflight } from '../../cors/sample-exchange.ts';
import { outline } from '../markdown-structure.ts';
import { explained } from '../sample-explained.ts';
import { writtenTest } from './observed-call.ts';

const SAY = speaker(en);
const SERVER = 'http://127.0.0.1:8000';

/** Calls of every shape that a test may have. */
const HARMLESS: readonly Exchange[] = ['GET', 'POST'].flatMap((method) => {
  const secret = { url: `${SERVER}/?token=secret&page=1`, method };
  const headers = [['X-A', '1'] as const, ['Authorization', '…'] as const];
  const asked = samplePreflight({ method, headerNames: 'authorization,x-a' }, {});
  const local = ['Access-Control-Request-Private-Network', 'true'] as const;
  const askedLocally = { ...asked, requestHeaders: [...asked.requestHeaders, local] };
  const response = { status: 200, headerList: [] };
  return [
    sampleExchange({ ...secret, preflight: samplePreflight({ method }, {}) }),
    sampleExchange({ ...secret, preflight: askedLocally, requestHeaders: headers }),
    sampleExchange({
      ...secret,
      requestHeaders: [
        ['Cookie', '…'],
        ['Content-Type', 'a/b'],
      ],
      response,
    }),
    sampleExchange({ ...secret, requestHeaders: [['Sec-Fetch-Site', 'cross-site']], response }),
  ];
});

const HEADINGS = new Set([
  ...['## What is wrong', '## What to change', '## What not to do', '## Done when'],
  ...['## What was asked', '## What was answered', '## The one layer to change'],
]);
const KINDS = new Set('heading paragraph space text codespan code list list_item link'.split(' '));

/** The headings, links and kinds of markup in prompts and tickets that nobody has written on purpose. */
export function oddInMarkdown(exchanges: readonly Exchange[]): readonly string[] {
  const blocked = exchanges.filter((exchange) => judge(exchange, CHROME).diagnosis.outcome === 'blocked');
  return blocked.flatMap((exchange) => {
    const one = explained(exchange);
    return [agentPrompt(one, SAY), ticket(one.explanation, SAY)].flatMap((text) => {
      const {
        headings: [title = '', ...headings],
        links,
        kinds,
      } = outline(text);
      return [
        ...[title].filter((heading) => !/^# (?:Let|CORS)[^\n]*$/.test(heading)),
        ...headings.filter((heading) => !HEADINGS.has(heading)),
        ...links.filter((link) => !/^https:\/\/[a-z]/.test(link) || link.includes('pwned')),
        ...[...kinds].filter((kind) => !KINDS.has(kind)),
      ];
    });
  });
}

/** What tests for Node hold beside their strings that a test of a harmless call doesn't. */
export function oddInNodeTests(exchanges: readonly Exchange[]): readonly string[] {
  const known = new Set(HARMLESS.flatMap((exchange) => [...vocabulary(writtenTest(exchange, 'node'))]));
  return exchanges
    .flatMap((exchange) => [...vocabulary(writtenTest(exchange, 'node'))])
    .filter((word) => !known.has(word) && !/^name CORS_TEST_[A-Z0-9_]+$/.test(word));
}

/** What a program of JavaScript is made of, but for its strings. */
function vocabulary(code: string): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, name, raw, value, operator } = node as Record<string, unknown>;
    if (typeof type !== 'string') words.add('list');
    else if (type === 'Identifier') words.add(`name ${name}`);
    else if (type === 'Literal') words.add(typeof value === 'string' ? 'string' : `literal ${raw}`);
    else words.add(`${type} ${type === 'TemplateElement' ? JSON.stringify(value) : (operator ?? '')}`);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code));
  return words;
}

/** Prints the same of programs of Python. */
const PYTHON_VOCABULARY = `
import ast, json, sys

def words(code):
    for node in ast.walk(ast.parse(code)):
        yield type(node).__name__
        for field in ("id", "attr", "arg", "name"):
            if isinstance(getattr(node, field, None), str):
                yield field + " " + getattr(node, field)
        if isinstance(node, ast.Constant) and not isinstance(node.value, str):
            yield repr(node.value)
        if isinstance(node, ast.JoinedStr):
            yield ast.dump(node)

print(json.dumps([sorted(set(words(code))) for code in json.load(sys.stdin)]))
`;

/** The same of tests for pytest. @param python what starts any Python */
export function oddInPytests(python: string, exchanges: readonly Exchange[]): readonly string[] {
  const input = JSON.stringify(
    [...HARMLESS, ...exchanges].map((exchange) => writtenTest(exchange, 'pytest')),
  );
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const all: readonly (readonly string[])[] = JSON.parse(
    execFileSync(python, ['-c', PYTHON_VOCABULARY], options),
  );
  const known = new Set(all.slice(0, HARMLESS.length).flat());
  return all.flat().filter((word) => !known.has(word));
}
