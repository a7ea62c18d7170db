/** Whether a header has a part in CORS: what a person looks for first among the raw ones. */
export function mattersToCors(name: string): boolean {
  return /^(?:access-control-.*|origin|vary|location|cross-origin-resource-policy)$/i.test(name);
}
