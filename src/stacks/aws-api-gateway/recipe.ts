import { quoteDouble, quoteDoubles } from '../quote/double.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/**
 * An HTTP API answers preflights itself, before its authorizers, and puts its headers in place of the integration's. A
 * REST API sends what the function returns.
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  restart: { type: 'none' },
  notes: ['noteAwsRestApi'],
  steps: httpApiSteps,
  variants: (need) => [
    { label: 'HTTP API (AWS CLI)', steps: httpApiSteps(need), restart: { type: 'none' } },
    {
      label: 'HTTP API (AWS SAM)',
      steps: [samTemplate(need)],
      restart: { type: 'command', command: 'sam build && sam deploy' },
    },
  ],
};

const API_HOST = /^(?<api>[a-z0-9]+)\.execute-api\.(?<region>[a-z0-9-]+)\.amazonaws\.com$/;

function httpApiSteps(need: ServerNeed): readonly RecipeStep[] {
  const { api, region } = API_HOST.exec(new URL(need.url).hostname)?.groups ?? {};
  const fields = Object.entries(httpApiCors(need));
  if (api === undefined || region === undefined) {
    const code = fields.map(([name, value]) => `${name}: ${value}`).join('\n');
    return [{ type: 'edit', file: 'API Gateway › APIs › CORS', place: 'form', language: 'text', code }];
  }
  return [
    {
      type: 'edit',
      file: 'cors.json',
      place: 'new-file',
      language: 'json',
      code: JSON.stringify(httpApiCors(need), null, 2),
    },
    {
      type: 'run',
      command: `aws apigatewayv2 update-api --region ${region} --api-id ${api} --cors-configuration file://cors.json`,
    },
  ];
}

function httpApiCors({ origins, methods, headers, credentials, exposed }: ServerNeed) {
  return {
    AllowOrigins: origins,
    AllowMethods: methods,
    ...(headers.length > 0 && { AllowHeaders: headers }),
    ...(exposed.length > 0 && { ExposeHeaders: exposed }),
    ...(credentials && { AllowCredentials: true }),
  };
}

function samTemplate({ origins, methods, headers, credentials, exposed }: ServerNeed): RecipeStep {
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`      ${name}: [${quoteDoubles(values)}]`];
  const lines = [
    'Globals:',
    '  HttpApi:',
    '    CorsConfiguration:',
    '      AllowOrigins:',
    ...origins.map((origin) => `        - ${quoteDouble(origin)}${developmentOnly(origin, ' #')}`),
    ...list('AllowMethods', methods),
    ...list('AllowHeaders', headers),
    ...list('ExposeHeaders', exposed),
    ...(credentials ? ['      AllowCredentials: true'] : []),
  ];
  return { type: 'edit', file: 'template.yaml', place: 'end', language: 'yaml', code: lines.join('\n') };
}
