import { pythonList, pythonString } from '../../stacks/index.ts';
import { BODY_VARIABLE, SEND_VARIABLE } from './environment-names.ts';
import { FOREIGN_ORIGIN } from './foreign-origin.ts';
import type { Piece, TestedCall } from './tested-call.ts';

/** Writes a module that tests the call with pytest and httpx, which follows no redirect by itself. */
export function pytestTest(call: TestedCall): string {
  const withPreflight = call.preflight !== null;
  return [
    HEAD,
    constants(call),
    ...(withPreflight ? [PREFLIGHT_TEST] : []),
    callTest(call),
    foreignTest(call),
    ...(withPreflight ? [preflightFunction(call)] : []),
    callFunction(call),
    ASK,
    ...(withPreflight ? [ALLOWS_CALL, LIST_OF] : []),
    CORS_CHECK,
  ].join('\n\n');
}

const HEAD = `"""Checks a server's answers to one call as a browser does (CORS). It takes pytest and httpx.

Run: python3 -m pytest test_cors.py
"""

import os
import re

import httpx
import pytest`;

function constants({ url, origin, method, preflight, headers, credentials, changes }: TestedCall): string {
  const lines = [
    `URL = ${url.map(expression).join(' + ')}`,
    `ORIGIN = ${pythonString(origin)}`,
    '# No page of this origin may read an answer.',
    `FOREIGN_ORIGIN = ${pythonString(FOREIGN_ORIGIN)}`,
    `METHOD = ${pythonString(method)}`,
    ...(preflight === null ? [] : [`HEADER_NAMES = ${pythonList(preflight.headerNames)}`]),
    ...(credentials === 'unknown'
      ? ['# Whether the page includes credentials (cookies) was not seen: write True if it does.']
      : []),
    `CREDENTIALS = ${credentials === 'included' ? 'True' : 'False'}`,
    ...(headers.length === 0
      ? ['HEADERS = []']
      : [
          '# A header whose variable is not set is left out.',
          'HEADERS = [',
          ...headers.map(([name, value]) => `    (${pythonString(name)}, ${headerValue(value)}),`),
          ']',
        ]),
    ...(changes
      ? [
          `# The call may change something on the server: it is sent only with ${SEND_VARIABLE}=1.`,
          'sends_call = pytest.mark.skipif(',
          `    os.environ.get("${SEND_VARIABLE}") != "1", reason="${SEND_VARIABLE}=1 sends the call"`,
          ')',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function expression(piece: Piece): string {
  return piece.type === 'text' ? pythonString(piece.text) : `os.environ.get("${piece.name}", "")`;
}

function headerValue(piece: Piece): string {
  return piece.type === 'text' ? pythonString(piece.text) : `os.environ.get("${piece.name}")`;
}

const PREFLIGHT_TEST = `def test_preflight_allows_the_call():
    answer = preflight(ORIGIN)
    cors_check(answer, ORIGIN)
    allows_call(answer)
`;

function callTest({ changes }: TestedCall): string {
  return `${changes ? '@sends_call\n' : ''}def test_page_may_read_the_answer_to_the_call():
    cors_check(call(ORIGIN), ORIGIN)
`;
}

function foreignTest({ preflight, changes }: TestedCall): string {
  return `# If every page may read it, "*" without credentials says so, which is fine.
${preflight === null && changes ? '@sends_call\n' : ''}def test_foreign_origin_stays_out():
    answer = ${preflight === null ? 'call' : 'preflight'}(FOREIGN_ORIGIN)
    allow_origin = answer.headers.get("Access-Control-Allow-Origin")
    assert allow_origin != FOREIGN_ORIGIN, "Access-Control-Allow-Origin repeats any Origin: every page is let in."
`;
}

function preflightFunction({ preflight }: TestedCall): string {
  const names = preflight?.headerNames ?? [];
  return `def preflight(origin):
    headers = [
        ("Origin", origin),
        ("Access-Control-Request-Method", METHOD),
${names.length > 0 ? '        ("Access-Control-Request-Headers", ",".join(HEADER_NAMES)),\n' : ''}${
  preflight?.privateNetwork === true ? '        ("Access-Control-Request-Private-Network", "true"),\n' : ''
}    ]
    return ask("OPTIONS", headers)
`;
}

function callFunction({ changes }: TestedCall): string {
  const body = changes ? `, os.environ.get("${BODY_VARIABLE}")` : '';
  return `def call(origin):
    headers = [("Origin", origin)] + [(name, value) for name, value in HEADERS if value is not None]
    return ask(METHOD, headers${body})
`;
}

const ASK = `def ask(method, headers, body=None):
    with httpx.stream(method, URL, headers=headers, content=body, timeout=20) as answer:
        return answer
`;

const ALLOWS_CALL = `# https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
def allows_call(answer):
    status = answer.status_code
    assert 200 <= status <= 299, f"The preflight is answered with {status}, not with 200 to 299."
    methods = list_of(answer, "Access-Control-Allow-Methods")
    allows_method = METHOD in ["GET", "HEAD", "POST", *methods]
    assert allows_method or (not CREDENTIALS and "*" in methods), f"Access-Control-Allow-Methods lacks {METHOD}."
    names = [name.lower() for name in list_of(answer, "Access-Control-Allow-Headers")]
    # "*" stands for every name without credentials, but for authorization.
    any_name = not CREDENTIALS and "*" in names
    missing = [n for n in HEADER_NAMES if n not in names and not (any_name and n != "authorization")]
    assert not missing, f"Access-Control-Allow-Headers lacks {', '.join(missing)}."
`;

const LIST_OF = `# A list with anything in it that is no token counts for nothing.
def list_of(answer, name):
    items = [item.strip("\\t ") for item in answer.headers.get(name, "").split(",")]
    tokens = [item for item in items if item]
    for token in tokens:
        assert re.fullmatch(r"[A-Za-z0-9_!#$%&'*+.^\`|~-]+", token), f"{name} holds what is no name."
    return tokens
`;

const CORS_CHECK = `# https://fetch.spec.whatwg.org/#concept-cors-check
def cors_check(answer, origin):
    allow_origin = answer.headers.get("Access-Control-Allow-Origin")
    if allow_origin == "*" and not CREDENTIALS:
        return
    status = f"HTTP {answer.status_code}: "
    assert allow_origin == origin, f"{status}Access-Control-Allow-Origin is {allow_origin}, not {origin}."
    if not CREDENTIALS:
        return
    allow_credentials = answer.headers.get("Access-Control-Allow-Credentials")
    assert allow_credentials == "true", f"{status}Access-Control-Allow-Credentials is {allow_credentials}, not true."
`;
