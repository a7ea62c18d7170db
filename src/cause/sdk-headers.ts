/** Request headers that a library adds to a page's calls by itself. */
export interface SdkFamily {
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
  /** The names it adds, lower-cased. */
  readonly headers: RegExp;
}

export const SDK_FAMILIES = [
  { id: 'openai', name: 'OpenAI', headers: /^(?:x-stainless-.+|openai-(?:beta|organization|project))$/ },
  { id: 'anthropic', name: 'Anthropic', headers: /^(?:anthropic-.+|x-stainless-.+)$/ },
  { id: 'sentry', name: 'Sentry', headers: /^(?:sentry-trace|baggage|traceparent)$/ },
  { id: 'datadog', name: 'Datadog RUM', headers: /^(?:x-datadog-.+|traceparent|tracestate)$/ },
  {
    id: 'application-insights',
    name: 'Application Insights',
    headers: /^(?:request-id|request-context|traceparent)$/,
  },
  {
    id: 'opentelemetry',
    name: 'OpenTelemetry',
    headers: /^(?:traceparent|tracestate|baggage|b3|x-b3-.+|uber-trace-id)$/,
  },
  { id: 'supabase', name: 'Supabase', headers: /^(?:x-client-info|x-supabase-api-version|apikey)$/ },
  { id: 'mcp', name: 'MCP', headers: /^(?:mcp-.+|last-event-id)$/ },
  { id: 'grpc-web', name: 'gRPC-Web', headers: /^(?:x-grpc-web|x-user-agent|grpc-timeout)$/ },
  { id: 'connect', name: 'Connect', headers: /^connect-(?:protocol-version|timeout-ms)$/ },
  { id: 'aws-sdk', name: 'AWS SDK', headers: /^(?:amz-sdk-.+|x-amz-.+)$/ },
  { id: 'axios', name: 'axios', headers: /^x-requested-with$/ },
] as const satisfies readonly SdkFamily[];

export type SdkFamilyId = (typeof SDK_FAMILIES)[number]['id'];

/** Where nothing else tells whose a name is that several families add. */
const COMMON: readonly SdkFamilyId[] = ['openai', 'opentelemetry'];

/**
 * The libraries that add some of these names, each with what it adds.
 * @param asked all names that the request carries: they tell whose a shared one is, such as `traceparent`
 */
export function sdkFamiliesOf(
  names: readonly string[],
  asked: readonly string[] = names,
): readonly { readonly family: SdkFamilyId; readonly names: readonly string[] }[] {
  const present = new Set(
    asked.map(candidates).flatMap(([family, ...others]) => (family && others.length === 0 ? [family] : [])),
  );
  const familyOf = (name: string) => {
    const families = candidates(name);
    return (
      families.find((id) => present.has(id)) ?? families.find((id) => COMMON.includes(id)) ?? families[0]
    );
  };
  return SDK_FAMILIES.flatMap(({ id }) => {
    const added = names.filter((name) => familyOf(name) === id);
    return added.length === 0 ? [] : [{ family: id, names: added }];
  });
}

function candidates(name: string): readonly SdkFamilyId[] {
  return SDK_FAMILIES.filter(({ headers }) => headers.test(name.toLowerCase())).map(({ id }) => id);
}
