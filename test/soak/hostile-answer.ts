import fc from 'fast-check';
import { httpAnswer, type RawAnswer } from '../servers/raw.ts';

/** What nobody would send who means well, by what it is. */
const FRAGMENTS = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror=window.hacked=1>',
  '"><svg onload=window.hacked=1>',
  '&lt;b&gt;',
  'javascript:window.hacked=1',
  '$MARKUP$ $1 $& %s %00',
  '\u202egnp.exe',
  '\u2066\u2069\u200f\u200e\ufeff\u00ad',
  '\ue000\ue001\ue004',
  '🦊‍💻',
  '\u0301'.repeat(40),
  '__proto__',
  'constructor',
  'toString',
  '*',
  'null',
  ',,,',
  ';q=0.1',
  'a'.repeat(5_000),
];
/** As they are on the wire: bytes of UTF-8, each a character. */
const bytes = (text: string) => Buffer.from(text).toString('latin1');

/** Bytes that HTTP lets through in a value, NUL and line ends excepted, and some that it doesn't. */
const noise = fc.string({
  unit: fc
    .integer({ min: 1, max: 255 })
    .map((code) => (code === 10 || code === 13 ? ' ' : String.fromCharCode(code))),
  maxLength: 60,
});
const hostile = fc.oneof(noise, fc.constantFrom(...FRAGMENTS).map(bytes));

const corsName = fc.constantFrom(
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Credentials',
  'Access-Control-Max-Age',
  'Access-Control-Expose-Headers',
);
const plainName = fc.constantFrom(
  'Server',
  'Via',
  'X-Powered-By',
  'Location',
  'Vary',
  'WWW-Authenticate',
  'Set-Cookie',
  'Allow',
  'Content-Type',
);
const line = fc.oneof(
  fc.tuple(
    corsName,
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('*', '{{ORIGIN}}', 'true', 'x-asked', 'GET, PATCH', '600') },
      hostile,
    ),
  ),
  fc.tuple(plainName, fc.oneof(fc.constantFrom('/next', 'nginx', 'uvicorn', 'Bearer'), hostile)),
  fc.tuple(
    hostile.map((name) => name.replaceAll(/[:\s]/g, '-')),
    hostile,
  ),
);

const head = fc.record({
  status: fc.constantFrom(200, 204, 200, 301, 302, 307, 400, 401, 403, 404, 405, 500, 502, 503, 0, 99, 999),
  lines: fc.oneof(
    { weight: 20, arbitrary: fc.array(line, { maxLength: 12 }) },
    fc.array(line, { minLength: 200, maxLength: 400 }),
  ),
});

export interface HostileAnswer {
  readonly preflight: Head | null;
  readonly response: Head | null;
}

interface Head {
  readonly status: number;
  readonly lines: readonly (readonly [name: string, value: string])[];
}

/** What a server answers to a preflight and to a request; null: it hangs up. */
export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.record({
  preflight: fc.option(head, { freq: 20 }),
  response: fc.option(head, { freq: 20 }),
});

/** The bytes of an answer. */
export function bytesOf(answer: Head | null, origin: string): RawAnswer {
  if (answer === null) return null;
  const lines = answer.lines.map(([name, value]) => [name, value.replaceAll('{{ORIGIN}}', origin)] as const);
  return httpAnswer(answer.status, lines);
}

/** Ends of URLs that a page may ask for. */
export const hostilePath: fc.Arbitrary<string> = fc
  .oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 40 }))
  .map((text) => encodeURIComponent(text).replaceAll('%3C', '<').replaceAll('%3D', '='));
