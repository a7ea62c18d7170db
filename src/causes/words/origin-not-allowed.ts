import { isLoopbackOrigin } from '../../cors/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { type AllowedOrigin, readAllowedOrigin } from '../allowed-origin.ts';
import { type Advice, type CauseTexts, fix, inPageInstead, type TextContext } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { OriginNotAllowed } from '../origin-not-allowed.ts';

export const originNotAllowed: CauseTexts<OriginNotAllowed> = {
  headline: (cause, context) => headline(cause, context),
  happened: (cause, context) => happened(cause, context),
  advice: (cause, context) => advice(cause, context),
};

function readingOf({ allowed, origin }: OriginNotAllowed, { url }: TextContext): AllowedOrigin {
  return allowed === null ? 'another' : readAllowedOrigin(allowed, { origin, url });
}

function headline(cause: OriginNotAllowed, context: TextContext): Sentence {
  const { origin, allowed } = cause;
  const { server } = context;
  if (allowed === null) return sentence('headlineOriginUnnamed', { host: server, origin });
  switch (readingOf(cause, context)) {
    case 'its-own':
      return sentence('headlineOriginItsOwn', { host: server, allowed, origin });
    case 'other-port':
      return sentence('headlineOriginOtherPort', { host: server, allowed, origin });
    case 'other-scheme':
      return sentence('headlineOriginOtherScheme', { host: server, allowed, origin });
    case 'other-name-of-this-machine':
      return sentence('headlineOriginAlias', { host: server, allowed, origin });
    case 'app':
      return sentence('headlineOriginApp', { host: server, allowed, origin });
    case 'opaque':
    case 'another':
      return sentence('headlineOrigin', { host: server, allowed, origin });
  }
}

function happened(cause: OriginNotAllowed, context: TextContext): Sentence {
  switch (readingOf(cause, context)) {
    case 'its-own':
      return sentence('happenedItsOwn', { header: 'Origin' });
    case 'other-name-of-this-machine':
      return sentence('happenedAlias', { names: ['localhost', '127.0.0.1', '[::1]'] });
    case 'app':
      return sentence('happenedApp', { allowed: cause.allowed ?? '' });
    case 'opaque':
      return sentence('happenedAllowsNull', { origin: 'null' });
    case 'other-port':
    case 'other-scheme':
      return sentence('happenedOrigin', { header: ALLOW_ORIGIN });
    case 'another':
      return isFixed(cause)
        ? sentence('happenedFixed', { header: 'Vary: Origin' })
        : sentence('happenedOrigin', { header: ALLOW_ORIGIN });
  }
}

/**
 * Returns whether the server may name the same origin to everybody: nothing shows that it reads the request's origin.
 */
function isFixed({ allowed, varies }: OriginNotAllowed): boolean {
  return allowed !== null && !varies;
}

function advice(cause: OriginNotAllowed, context: TextContext): readonly Advice[] {
  const { origin, allowed } = cause;
  const { host } = context;
  const add = fix('adviceOrigin', { host, origin });
  if (allowed === null) return [add];
  switch (readingOf(cause, context)) {
    case 'its-own':
      return [
        fix('adviceRewritten', {
          host,
          header: 'Origin',
          settings: ['proxy_set_header Origin', 'changeOrigin'],
        }),
      ];
    case 'other-port':
    case 'other-name-of-this-machine':
      return isLoopbackOrigin(origin) ? [add, inPageInstead('adviceOpenAt', { origin: allowed })] : [add];
    case 'other-scheme':
      return [add, inPageInstead('adviceOpenAt', { origin: allowed })];
    case 'app':
    case 'opaque':
      return [add];
    case 'another':
      return isFixed(cause) ? [add, fix('adviceVary', { host, header: 'Vary: Origin' })] : [add];
  }
}
