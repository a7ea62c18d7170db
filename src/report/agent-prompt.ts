import type { FaultWords } from '../causes/index.ts';
import { currentHop, currentOrigin, type Diagnosis, hostOf } from '../cors/index.ts';
import { conditionKey, type Explanation } from '../explain/index.ts';
import { redactUrl } from '../privacy/index.ts';
import { PASTE_LOCATIONS, type RecipeStep, type RecipeVariant, STACKS } from '../stacks/index.ts';
import { sentence } from '../texts/index.ts';
import { answeredBy, type InWords, passedPreflight, proofBlocks, requiredBlocks } from './blocks.ts';
import { codeBlock, inWords } from './markdown-text.ts';
import { redactExchange } from './redact-exchange.ts';
import type { Say } from './say.ts';
import { answeredLines, askedLines, toldRequest } from './told-request.ts';

/**
 * A task for a coding agent that can change the server or the page, in Markdown. Secrets are cut. Text from the network
 * appears only in code spans and code blocks, and the prompt says that it is data.
 * @param variant which of the recipe's variants; null if there is no recipe, or if it can't help
 */
export function agentPrompt(explanation: Explanation, variant: RecipeVariant | null, say: Say): string {
  const exchange = redactExchange(explanation.exchange);
  const { diagnosis, headline, happened, faults, answerer, onServer, inPage } = explanation;
  const { url } = currentHop(exchange);
  const told = toldRequest(exchange, diagnosis);
  const words: InWords = (key, ...values) => inWords(say, sentence(key, ...values));
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  // The headline names the first step already.
  const others = explanation.facts.more > 0 ? faults.map((fault) => faultLine(fault, diagnosis, say)) : [];
  const withRecipe = recipe(explanation, variant, words);
  return inBlocks([
    `# ${words('agentTitle', { host: hostOf(url), origin: currentOrigin(exchange) })}`,
    words('agentData'),
    `## ${words('agentWrong')}`,
    `**${inWords(say, headline)}**`,
    ...(happened.why === null ? [] : [inWords(say, happened.why)]),
    ...(others.length === 0 ? [] : [words('agentFaults'), list(others)]),
    codeBlock('http', [...askedLines(exchange, told), '', ...answeredLines(exchange, told, answerer)]),
    list([
      ...passedPreflight(exchange, told, words),
      [answeredBy(answerer, words), ...codeLine(explanation, words)].join(' '),
    ]),
    `## ${words('agentChange')}`,
    ...onServer.advice.map((one) => inWords(say, one)),
    ...withRecipe,
    // The recipe sends these headers, and the check of the fix names them.
    ...(withRecipe.length > 0 ? [] : requiredBlocks(exchange, diagnosis, words)),
    ...inPage.advice.map((one) => inWords(say, one)),
    ...inPage.workarounds.flatMap(({ summary, steps }) => [
      `${words('agentOrInPage')} ${inWords(say, summary)}`,
      ...steps.flatMap((step) => stepBlocks(step, words)),
    ]),
    `## ${words('agentDont')}`,
    list([
      words('agentDontNoCors', { mode: 'mode: "no-cors"' }),
      `${words('agentDontWildcard', { header: 'Access-Control-Allow-Origin: *' })} ${words('agentDontReflect', { header: 'Origin' })}`,
      words('agentDontTwice'),
    ]),
    `## ${words('mdDone')}`,
    ...proofBlocks(exchange, diagnosis, ['bash'], words),
    words('agentRepeat'),
  ]);
}

/** Joins blocks with as few blank lines as Markdown allows: an agent pays for each line. */
function inBlocks(blocks: readonly string[]): string {
  const text = blocks.reduce((before, block, index) => {
    const endsList = (blocks[index - 1] ?? '').startsWith('- ') && !/^(?:#|`{3})/.test(block);
    return `${before}${endsList ? '\n\n' : '\n'}${block}`;
  });
  return `${text}\n`;
}

function faultLine({ sentence: words, when }: FaultWords, { credentials }: Diagnosis, say: Say): string {
  const condition = conditionKey(when, credentials);
  const text = inWords(say, words);
  return condition === null ? text : `${text} (${inWords(say, sentence(condition))})`;
}

/** The line of code, without its URL's query: an agent looks for a file. */
function codeLine({ exchange: { location } }: Explanation, words: InWords): readonly string[] {
  const url = location === null ? null : URL.parse(location.url);
  if (location === null || url === null) return [];
  return [
    words('agentCalledFrom', { place: `${redactUrl(`${url.origin}${url.pathname}`)}:${location.line}` }),
  ];
}

/** Returns the recipe of the stack that answered. Empty if none is shown. */
function recipe(
  { onServer: { fix } }: Explanation,
  variant: RecipeVariant | null,
  words: InWords,
): readonly string[] {
  if (fix === null || fix.choice === 'headers-only' || fix.recipe === null || variant === null) return [];
  const { name } = STACKS[fix.choice];
  const system = variant.label === '' ? name : `${name}, ${variant.label}`;
  return [
    `${words(fix.recipe.verifiedBy === 'tests' ? 'agentRecipeTested' : 'agentRecipeDocumented', { stack: system })} <${fix.recipe.docs}>`,
    ...inOneShell([
      ...variant.steps.flatMap((step) => stepBlocks(step, words)),
      ...restartBlocks(variant.restart, words),
    ]),
    ...(fix.recipe.notes ?? []).map((note) => words(note)),
  ];
}

/** Joins blocks of commands that follow each other. */
function inOneShell(blocks: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.startsWith(SHELL_FENCE) && block.startsWith(SHELL_FENCE)) {
      joined[joined.length - 1] = `${last.slice(0, -'```'.length)}${block.slice(SHELL_FENCE.length)}`;
    } else joined.push(block);
  }
  return joined;
}

/** The fence of a block of commands. Commands hold no backticks. */
const SHELL_FENCE = '```sh\n';

function stepBlocks(step: RecipeStep, words: InWords): readonly string[] {
  switch (step.type) {
    case 'run':
      return [codeBlock('sh', step.command.split('\n'))];
    case 'edit':
      return [
        `${words('agentFile', { file: step.file })} ${words(PASTE_LOCATIONS[step.place])}`,
        codeBlock(step.language, step.code.split('\n')),
      ];
  }
}

function restartBlocks(restart: string | null, words: InWords): readonly string[] {
  if (restart === '') return [];
  return restart === null ? [words('recipeRestart')] : [codeBlock('sh', restart.split('\n'))];
}
