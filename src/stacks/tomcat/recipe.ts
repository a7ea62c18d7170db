import { isLoopbackOrigin } from '../../cors/index.ts';
import { quoteXml } from '../quote/xml.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * Tomcat's own filter. Tomcat's error pages, even those for an app's exceptions, keep the headers that the filter has
 * set.
 */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter',
  steps: (need) => [
    {
      type: 'edit',
      file: 'src/main/webapp/WEB-INF/web.xml',
      place: 'web-app',
      language: 'xml',
      code: filter(need),
    },
  ],
  restart: { type: 'server' },
};

/**
 * The filter sends no CORS header for a method that isn't in its list, even if the browser sends that method without a
 * preflight, so methods that only read are always listed. Without a list of headers it would allow its default ones. A
 * list of `Origin` means no other header.
 */
function filter({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return [
    '<filter>',
    '    <filter-name>CorsFilter</filter-name>',
    '    <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>',
    ...(origins.some(isLoopbackOrigin) ? ['    <!-- origins on localhost: development only -->'] : []),
    ...parameter('cors.allowed.origins', origins),
    ...parameter('cors.allowed.methods', [...new Set(['GET', 'HEAD', ...methods])]),
    ...parameter('cors.allowed.headers', headers.length === 0 ? ['Origin'] : headers),
    ...(exposed.length === 0 ? [] : parameter('cors.exposed.headers', exposed)),
    ...parameter('cors.support.credentials', [String(credentials)]),
    '</filter>',
    '<filter-mapping>',
    '    <filter-name>CorsFilter</filter-name>',
    '    <url-pattern>/*</url-pattern>',
    '</filter-mapping>',
  ].join('\n');
}

function parameter(name: string, values: readonly string[]): readonly string[] {
  return [
    '    <init-param>',
    `        <param-name>${name}</param-name>`,
    `        <param-value>${quoteXml(values.join(','))}</param-value>`,
    '    </init-param>',
  ];
}
