import { quoteDouble, quoteDoubles } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/**
 * The filter's order puts it before Spring Security's filter, so a preflight is answered before any login, and error
 * pages have the headers, too. If CORS is also set up further in, that code finds the headers and adds none.
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html#mvc-cors-filter',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'Application.java',
      place: 'main-class',
      language: 'java',
      code: bean(need),
    },
  ],
};

/** Uses fully qualified names, so that no import is missing. */
function bean({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return [
    '@org.springframework.context.annotation.Bean',
    'public org.springframework.boot.web.servlet.FilterRegistrationBean<org.springframework.web.filter.CorsFilter> corsFilter() {',
    '    var cors = new org.springframework.web.cors.CorsConfiguration();',
    ...origins.map(
      (origin) => `    cors.addAllowedOrigin(${quoteDouble(origin)});${developmentOnly(origin, ' //')}`,
    ),
    `    cors.setAllowedMethods(java.util.List.of(${quoteDoubles(methods)}));`,
    ...list('setAllowedHeaders', headers),
    ...list('setExposedHeaders', exposed),
    ...(credentials ? ['    cors.setAllowCredentials(true);'] : []),
    '    var paths = new org.springframework.web.cors.UrlBasedCorsConfigurationSource();',
    '    paths.registerCorsConfiguration("/**", cors);',
    '    var filter = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(new org.springframework.web.filter.CorsFilter(paths));',
    '    filter.setOrder(org.springframework.core.Ordered.HIGHEST_PRECEDENCE);',
    '    return filter;',
    '}',
  ].join('\n');
}

function list(setter: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`    cors.${setter}(java.util.List.of(${quoteDoubles(names)}));`];
}
