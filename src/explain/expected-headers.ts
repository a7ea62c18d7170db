import {
  currentHop,
  type Diagnosis,
  type Exchange,
  getHeader,
  type HeaderList,
  isCorsSafelistedMethod,
  preflightQuestion,
  setHeader,
} from '../cors/index.ts';
import { type RequiredHeader, requiredHeaders } from './required-headers.ts';

/** The CORS headers that an answer has once the server is right. Empty if the headers aren't at fault. */
export interface Expected {
  readonly preflight: HeaderList;
  readonly response: HeaderList;
}

/** What to look for in the server's answers: the headers that are required, and those that are right already. */
export function expectedHeaders(exchange: Exchange, diagnosis: Diagnosis, anyOrigin?: boolean): Expected {
  const required = requiredHeaders(exchange, diagnosis, anyOrigin);
  const { method, preflight, response } = currentHop(exchange);
  const stages = new Set(diagnosis.failures.map(({ stage }) => stage));
  const ofCheck = [
    'Access-Control-Allow-Origin',
    ...(diagnosis.credentials === 'omitted' ? [] : ['Access-Control-Allow-Credentials']),
  ];
  const question =
    preflight === null ? null : preflightQuestion(preflight, { origin: exchange.origin, method });
  const ofPreflight = [
    ...ofCheck,
    ...(question === null || isCorsSafelistedMethod(question.method) ? [] : ['Access-Control-Allow-Methods']),
    ...(question === null || question.headerNames.length === 0 ? [] : ['Access-Control-Allow-Headers']),
  ];
  const preflightFails = stages.has('preflight');
  return {
    preflight: preflightFails
      ? merged(ofPreflight, preflight?.response?.headerList ?? [], required, 'preflight')
      : [],
    response:
      preflightFails || stages.has('response') || stages.has('redirect')
        ? merged(ofCheck, response?.headerList ?? [], required, 'response')
        : [],
  };
}

function merged(
  names: readonly string[],
  sent: HeaderList,
  required: readonly RequiredHeader[],
  on: RequiredHeader['on'],
): HeaderList {
  const wanted = required.filter((header) => header.on === on);
  const list = wanted.reduce((known, { name, value }) => setHeader(known, name, value), sent);
  return names.flatMap((name) => {
    const value = getHeader(list, name);
    return value === null ? [] : [[name, value] as const];
  });
}
