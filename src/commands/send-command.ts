import { ASKS_FOR_CODES, CommandError, readRefusal } from './command-error.ts';
import { type Args, COMMANDS, type CommandName, type Reply } from './commands.ts';
import { within } from './within.ts';

/** Sends a message to the worker, as `runtime.sendMessage` does. */
export type Transport = (message: unknown) => Promise<unknown>;

/**
 * Sends a command and checks the reply.
 * @throws CommandError if the command failed, got no reply, or didn't reach the worker. It throws nothing else.
 */
export async function sendCommand<Name extends CommandName>(
  transport: Transport,
  name: Name,
  args: Args<Name>,
): Promise<Reply<Name>> {
  const { isReply, timeout } = COMMANDS[name];
  const answer = await answerWithin(timeout, () => transport({ type: name, ...args, ...ASKS_FOR_CODES }));
  if (isReply(answer)) return answer;
  throw readRefusal(answer) ?? noReply(`${name} was answered ${JSON.stringify(answer)?.slice(0, 100)}.`);
}

/** @param timeout in ms */
async function answerWithin(timeout: number, ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await within(timeout, ask(), noReply);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError({ code: 'unreachable', parameters: {} }, String(error), { cause: error });
  }
}

function noReply(message: string): CommandError {
  return new CommandError({ code: 'unanswered', parameters: {} }, message);
}
