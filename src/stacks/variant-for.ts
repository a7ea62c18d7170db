import type { RecipeVariant } from './recipe.ts';

/** Returns the variant to show: the one that the user picked, else the one for the user's system, else the first. */
export function variantFor(
  variants: readonly RecipeVariant[],
  picked: string,
  userAgent: string,
): RecipeVariant | null {
  const system = systemOf(userAgent);
  const own = system === null ? undefined : variants.find(({ label }) => label.includes(system));
  return variants.find(({ label }) => label === picked) ?? own ?? variants[0] ?? null;
}

/** Returns the system's name as labels spell it. */
function systemOf(userAgent: string): string | null {
  if (userAgent.includes('Windows')) return 'Windows';
  if (userAgent.includes('Mac OS')) return 'macOS';
  return userAgent.includes('Linux') ? 'Linux' : null;
}
