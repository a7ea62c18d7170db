import type { Fingerprint } from '../fingerprint.ts';
import { HTML_TYPE } from '../shared/python-marks.ts';

/** flask-cors adds no header if it doesn't allow the call. Then nothing tells whether it is there. */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    headers: {
      server: /^Werkzeug\//,
      allow: /\bOPTIONS\b/,
      'content-type': HTML_TYPE,
      'content-length': /^0$/,
    },
  },
  {
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: {
      server: /^(?:gunicorn|waitress)/,
      allow: /\bOPTIONS\b/,
      'content-type': HTML_TYPE,
      'content-length': /^0$/,
    },
  },
  // Odoo and TensorBoard run on Werkzeug, too.
  {
    certainty: 'likely',
    headers: { server: /^Werkzeug\//, 'content-type': /^application\/json$|^text\/html; charset=utf-8$/ },
  },
];
