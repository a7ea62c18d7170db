import type { Recipe } from '../recipe.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://cloud.google.com/iap/docs/customizing#allowing_http_options_cors_preflight',
  restart: { type: 'none' },
  notes: ['noteIapSettings', 'noteBehindGateway'],
  steps: () => [
    {
      type: 'edit',
      file: 'iap_settings.yaml',
      place: 'new-file',
      language: 'yaml',
      code: 'accessSettings:\n  corsSettings:\n    allowHttpOptions: true',
    },
    {
      type: 'run',
      command: 'gcloud iap settings set iap_settings.yaml --project="$(gcloud config get-value project)"',
    },
  ],
};
