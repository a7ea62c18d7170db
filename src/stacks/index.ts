export type { CorsSetup } from './fingerprint.ts';
export { PASTE_LOCATIONS, type PasteLocation } from './paste-location.ts';
export { jsString, jsStrings } from './quote/javascript.ts';
export { pythonList, pythonString } from './quote/python.ts';
export { legacyArgument, posixWord, powershellWord } from './quote/shell.ts';
export {
  type Language,
  notesOf,
  type Recipe,
  type RecipeStep,
  type RecipeVariant,
  variantsOf,
} from './recipe.ts';
export { recipeFor } from './recipe-for.ts';
export { RECIPES } from './recipes.ts';
export { type Recognition, whoAnswered } from './recognise.ts';
export type { Restart } from './restart.ts';
export { type AskedFor, askedFor, type ServerNeed, serverNeed } from './server-need.ts';
export { type StackId, stackOf } from './stack-id.ts';
export { STACKS } from './stacks.ts';
export { variantFor } from './variant-for.ts';
