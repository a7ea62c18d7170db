import type { Failure } from '../../cors/index.ts';
import { quoteXml } from '../quote/xml.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

const NOTES = ['noteIisModule'] as const;

/**
 * The CORS module answers preflights before every other module. WebDAV answers PUT and DELETE with 405 in place of the
 * app: where only the call itself fails with one of them, that is all there is to change.
 * @see https://learn.microsoft.com/aspnet/web-api/overview/testing-and-debugging/troubleshooting-http-405-errors-after-publishing-web-api-applications
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
  restart: { type: 'none' },
  notes: NOTES,
  steps: (need) => [webConfig([...cors(need), ...withoutWebDav(need)])],
  mendsOwnAnswer: ({ methods: [method] }, status) => status === 405 && isTakenByWebDav(method),
  variants: (need, failures) => {
    const webDav = withoutWebDav(need);
    const onlyWebDav = isTakenByWebDav(need.methods[0]) && isCallAlone(failures);
    const lines = onlyWebDav ? webDav : [...cors(need), ...webDav];
    const notes = onlyWebDav ? [] : NOTES;
    return [{ label: '', steps: [webConfig(lines)], restart: { type: 'none' }, notes }];
  },
};

function isCallAlone(failures: readonly Failure[]): boolean {
  return failures.length > 0 && failures.every(({ stage }) => stage === 'response');
}

function webConfig(lines: readonly string[]): RecipeStep {
  return {
    type: 'edit',
    file: 'web.config',
    place: 'system-web-server',
    language: 'xml',
    code: lines.join('\n'),
  };
}

function cors({ origins, methods, headers, credentials, exposed }: ServerNeed): readonly string[] {
  return [
    '<cors enabled="true">',
    ...origins.flatMap((origin) => [
      `  <add origin="${quoteXml(origin)}" allowCredentials="${credentials}">`,
      ...list('allowHeaders', 'header', headers),
      ...list('allowMethods', 'method', methods),
      ...list('exposeHeaders', 'header', exposed),
      '  </add>',
    ]),
    '</cors>',
  ];
}

function list(name: string, element: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  const added = values.map((value) => `      <add ${element}="${quoteXml(value)}" />`);
  return [`    <${name}>`, ...added, `    </${name}>`];
}

function isTakenByWebDav(method: string): boolean {
  return method === 'PUT' || method === 'DELETE';
}

function withoutWebDav({ methods }: ServerNeed): readonly string[] {
  if (!methods.some(isTakenByWebDav)) return [];
  return [
    '<!-- WebDAV answers PUT and DELETE with 405 in place of the app -->',
    '<modules>',
    '  <remove name="WebDAVModule" />',
    '</modules>',
    '<handlers>',
    '  <remove name="WebDAV" />',
    '</handlers>',
  ];
}
