import { quoteDouble, quoteDoubles } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://learn.microsoft.com/aspnet/core/security/cors',
  restart: { type: 'server' },
  notes: ['noteAspNetLogin'],
  steps: (need) => [
    { type: 'edit', file: 'Program.cs', place: 'before-build', language: 'csharp', code: policy(need) },
    { type: 'edit', file: 'Program.cs', place: 'after-app', language: 'csharp', code: 'app.UseCors();' },
  ],
};

function policy({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const originArguments = origins.map((origin, index) => {
    const comma = index < origins.length - 1 ? ',' : '';
    return `        ${quoteDouble(origin)}${comma}${developmentOnly(origin, ' //')}`;
  });
  const calls = [
    `.WithMethods(${quoteDoubles(methods)})`,
    ...(headers.length > 0 ? [`.WithHeaders(${quoteDoubles(headers)})`] : []),
    ...(exposed.length > 0 ? [`.WithExposedHeaders(${quoteDoubles(exposed)})`] : []),
    ...(credentials ? ['.AllowCredentials()'] : []),
  ];
  return [
    'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
    '    .WithOrigins(',
    ...originArguments,
    '    )',
    ...calls.map((call) => `    ${call}`),
    '));',
  ].join('\n');
}
