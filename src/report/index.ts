export { redactHeaderList, redactUrl, withoutFragmentAndUserinfo } from './redaction.ts';
export { type Report, type ReportedExchange, type ReportedFailure, toReport } from './report.ts';
