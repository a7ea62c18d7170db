import type { Step } from '../../explain/index.ts';
import { Value, Words } from './words.tsx';
import './timeline.css';

/** Shows the steps from the page to the verdict, and where Chrome stopped. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="timeline">
      {steps.map((step, index) => (
        <TimelineStep key={index} step={step} />
      ))}
    </ol>
  );
}

function TimelineStep({ step: { tone, title, detail, note } }: { step: Step }) {
  return (
    <li class={`step step-${tone}`}>
      <span class="step-title">
        {typeof title === 'string' ? <Value text={title} /> : <Words of={title} />}
      </span>
      {detail !== null && <Value text={detail} />}
      {note !== null && (
        <span class="step-note">
          <Words of={note} />
        </span>
      )}
    </li>
  );
}
