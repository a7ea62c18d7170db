import { AGENT_CHANNEL, type AgentAnswer, type AgentMessage, type AgentQuery } from '../report/index.ts';

/** Answers the question that this page was opened for, if it was opened for one. */
export function answerQuestion(answerTo: (query: AgentQuery) => Promise<AgentAnswer>): void {
  const id = location.hash.slice(1);
  if (id === '') return;
  const channel = new BroadcastChannel(AGENT_CHANNEL);
  const say = (message: AgentMessage) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<AgentMessage>) => {
    if (data.type !== 'question' || data.id !== id) return;
    answerTo(data.query).then(
      (answer) => say({ type: 'answer', id, answer }),
      (error: unknown) => say({ type: 'failed', id, error: String(error) }),
    );
  };
  say({ type: 'ready', id });
}
