import { CommandError, type Refusal, toRefusal } from './command-error.ts';
import { type Args, COMMANDS, type CommandName, isCommandName, type Reply } from './commands.ts';
import { describe, isRecord, isWrongField, readShape } from './shape.ts';

/** The functions that carry out the commands. They throw a `CommandError` if a command fails. */
export type Handlers = {
  readonly [Name in CommandName]: (args: Args<Name>) => Promise<Reply<Name>>;
};

/**
 * Answers a message of any shape. A message that is no command, or has a wrong field, reaches no handler.
 * @returns the command's reply, or why there is none; never rejects
 */
export async function answerCommand(
  message: unknown,
  handlers: () => Promise<Handlers>,
): Promise<Reply<CommandName> | Refusal> {
  try {
    return await carryOut(nameIn(message), message, handlers);
  } catch (error) {
    if (!(error instanceof CommandError)) console.error('A command met an error.', error);
    return toRefusal(error, message);
  }
}

/** Returns why a message is no command, or null if it is one. */
export function refusalOf(message: unknown): Refusal | null {
  try {
    argsIn(nameIn(message), message);
    return null;
  } catch (error) {
    return toRefusal(error, message);
  }
}

async function carryOut<Name extends CommandName>(
  name: Name,
  message: unknown,
  handlers: () => Promise<Handlers>,
): Promise<Reply<Name>> {
  const args = argsIn(name, message);
  return await (await handlers())[name](args);
}

function nameIn(message: unknown): CommandName {
  if (!isRecord(message)) throw malformed('message', 'The message is not an object.');
  const { type } = message;
  if (isCommandName(type)) return type;
  throw new CommandError(
    { code: 'unknown-command', parameters: {} },
    `Unknown message type: ${describe(type)}.`,
  );
}

function argsIn<Name extends CommandName>(name: Name, message: unknown): Args<Name> {
  const args = readShape<Args<Name>>(message, COMMANDS[name].args);
  if (isWrongField(args)) throw malformed(args.wrongField, args.error);
  return args;
}

function malformed(field: string, error: string): CommandError {
  return new CommandError({ code: 'malformed', parameters: { field } }, error);
}
