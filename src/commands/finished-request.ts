import type { CodeLocation, HeaderList } from '../cors/index.ts';
import type { FinishedRequest } from '../observe/index.ts';
import {
  type FieldType,
  httpUrl,
  id,
  number,
  object,
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

const FINISHED_REQUEST: Shape<FinishedRequest> = {
  requestId: id,
  url: httpUrl,
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
};

/** Reads one finished request from a message of any shape. @returns it, or the first field that is wrong */
export function readFinishedRequest(value: unknown): FinishedRequest | WrongField {
  return readShape(value, FINISHED_REQUEST);
}
