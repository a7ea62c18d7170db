import type { CodeLocation, EarlierLoad, HeaderList, OutsideCors, ViolatedDirective } from '../cors/index.ts';
import type { FinishedRequest } from '../observe/index.ts';
import {
  describe,
  type FieldType,
  httpUrl,
  id,
  isWrongField,
  number,
  object,
  oneOf,
  optional,
  orNull,
  readShape,
  type Shape,
  text,
  url,
  type WrongField,
} from './shape.ts';

export const headerList: FieldType<HeaderList> = {
  is: (value): value is HeaderList =>
    Array.isArray(value) &&
    value.every((header) => Array.isArray(header) && header.length === 2 && header.every(text.is)),
  name: 'a list of headers',
};

const location = object<CodeLocation>(
  { url: text, line: number, column: number, functionName: text },
  'a place in code',
);

const earlierLoad = object<EarlierLoad>({ resourceType: text, startedAt: number }, 'an earlier load');

/** The URLs that pages ask for. */
const requestUrl: FieldType<string> = {
  is: (value): value is string => url.is(value) && /^(?:https?|wss?|file):/.test(value),
  name: 'the URL of a request',
};

const violated = object<ViolatedDirective>(
  { directive: text, sources: text, wanted: text, via: oneOf(['header', 'meta']) },
  'a directive',
);

const ofType = <Type extends OutsideCors['type']>(type: Type) => oneOf([type]);
const OUTSIDE: readonly FieldType<OutsideCors>[] = [
  object({ type: ofType('no-cors') }, ''),
  object({ type: ofType('websocket'), received: number }, ''),
  object({ type: ofType('service-worker'), from: orNull(text) }, ''),
  object({ type: ofType('local-url') }, ''),
  object({ type: ofType('integrity') }, ''),
  object({ type: ofType('embedded') }, ''),
  object({ type: ofType('content-security-policy'), violated: orNull(violated) }, ''),
];
const outside: FieldType<OutsideCors> = {
  is: (value): value is OutsideCors => OUTSIDE.some((one) => one.is(value)),
  name: 'a kind of request',
};

const FINISHED_REQUEST: Shape<FinishedRequest> = {
  requestId: id,
  url: requestUrl,
  method: text,
  resourceType: text,
  startedAt: number,
  endedAt: number,
  requestHeaders: headerList,
  status: number,
  responseHeaders: headerList,
  redirectUrl: orNull(url),
  error: orNull(text),
  location: orNull(location),
  earlierLoad: optional(earlierLoad),
  outside: optional(outside),
};

/** Reads one finished request from a message of any shape. @returns it, or the first field that is wrong */
export function readFinishedRequest(value: unknown): FinishedRequest | WrongField {
  const read = readShape(value, FINISHED_REQUEST);
  if (isWrongField(read) || read.outside !== undefined || httpUrl.is(read.url)) return read;
  return { wrongField: 'url', error: `url is not ${httpUrl.name}: ${describe(read.url)}.` };
}
