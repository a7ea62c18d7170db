/** Host names under which a platform checks the caller before the app receives the request. */
export const GUARDED_HOSTS = [
  // https://cloud.google.com/run/docs/authenticating/overview
  'run.app',
  // https://cloud.google.com/functions/docs/securing/managing-access-iam
  'cloudfunctions.net',
  // https://docs.github.com/en/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace
  'app.github.dev',
  // https://www.gitpod.io/docs/configure/workspaces/ports
  'gitpod.io',
  // https://learn.microsoft.com/en-us/azure/developer/dev-tunnels/security
  'devtunnels.ms',
] as const;

/** Returns the one of them that `url` is under, or null. */
export function guardedHostOf(url: string): string | null {
  const hostname = URL.parse(url)?.hostname ?? '';
  return GUARDED_HOSTS.find((host) => hostname.endsWith(`.${host}`)) ?? null;
}
