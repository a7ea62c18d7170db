export {
  type ClientWay,
  DEV_SERVERS,
  type DevProxy,
  type DevServer,
  devProxy,
  devServerOf,
  waysToStopSending,
} from './client-ways/index.ts';
export { legacyArgument, posixWord, powershellWord } from './quote-shell.ts';
export {
  type Language,
  PLACES,
  type Place,
  type Recipe,
  type RecipeStep,
  type RecipeVariant,
  variantsOf,
} from './recipe.ts';
export { RECIPES, recipeFor } from './recipes/index.ts';
export { type RequiredHeader, requiredHeaders } from './required-headers.ts';
export { type AlsoWanted, type AskedFor, askedFor, type ServerNeed, serverNeed } from './server-need.ts';
