import { quoteSingle, quoteSingles } from '../quote/single.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';

function initializer({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const options = [
    // rack-cors compares in lower case, and answers in upper case.
    `methods: ${rubyList(methods.map((method) => method.toLowerCase()))}`,
    `headers: ${rubyList(headers)}`,
    ...(credentials ? ['credentials: true'] : []),
    ...(exposed.length > 0 ? [`expose: ${rubyList(exposed)}`] : []),
  ];
  return `# Before all other middleware, so that errors have the headers, too.
Rails.application.config.middleware.insert_before 0, Rack::Cors do
  allow do
    origins [
${originLines(origins, { quote: quoteSingle, comment: '#', indent: ' '.repeat(6) })}
    ]
    resource '*',
${options.map((line) => `      ${line}`).join(',\n')}
  end
end`;
}

function rubyList(texts: readonly string[]): string {
  return `[${quoteSingles(texts)}]`;
}

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://github.com/cyu/rack-cors#rails-configuration',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'bundle add rack-cors' },
    {
      type: 'edit',
      file: 'config/initializers/cors.rb',
      place: 'whole-file',
      language: 'ruby',
      code: initializer(need),
    },
  ],
};
