import { Ajv2020 } from 'ajv/dist/2020.js';
import v1 from '../../schemas/report-v1.schema.json' with { type: 'json' };
import v2 from '../../schemas/report-v2.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map([
  [1, ajv.compile(v1)],
  [2, ajv.compile(v2)],
]);

/** The published schemas, by version. */
export const SCHEMAS = { v1, v2 };

/** What in a report is not as the schema of its version has it; empty where all is. */
export function schemaProblems(report: { readonly version: number }): readonly string[] {
  const validate = validators.get(report.version);
  if (validate === undefined) return [`There is no schema of version ${report.version}.`];
  if (validate(report)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
