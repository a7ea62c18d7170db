import type { Report } from '../../src/report/report.ts';
import { schemaProblems } from './report-schema.ts';

/** What the extension answered to `exportReport`. @throws if it is no report, or not as its schema says */
export function checkedReport(answer: unknown): Report {
  if (!isReport(answer)) throw new Error(`The extension answered no report: ${JSON.stringify(answer)}`);
  const problems = schemaProblems(answer);
  if (problems.length > 0) throw new Error(`The report isn't as its schema says: ${problems.join('; ')}`);
  return answer;
}

function isReport(answer: unknown): answer is Report {
  if (typeof answer !== 'object' || answer === null) return false;
  return 'format' in answer && answer.format === 'preflight-inspector/report';
}
