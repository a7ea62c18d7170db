import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './tabs.css';

export interface Tab {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly content: () => ComponentChildren;
}

interface Props {
  readonly label: string;
  /** The first tab is selected initially. */
  readonly tabs: readonly [Tab, ...Tab[]];
}

/**
 * Shows one of several panels. A single one is shown without tabs.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs({ label, tabs }: Props) {
  const picked = useSignal('');
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find(({ id }) => id === picked.value) ?? tabs[0];
  if (tabs.length === 1) return <>{shown.content()}</>;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = destination(event.key, tabs.indexOf(shown), tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (next === null || tab === undefined) return;
    event.preventDefault();
    picked.value = tab.id;
    const button = list.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            class="tab"
            aria-selected={tab === shown}
            aria-controls={tab === shown ? 'tab-panel' : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => {
              picked.value = tab.id;
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        key={shown.id}
        id="tab-panel"
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${shown.id}`}
      >
        {shown.content()}
      </div>
    </>
  );
}

/**
 * Returns the index of the tab that a key moves to from `index`, with wrap-around. Null if the key is none of the tab
 * list's.
 */
function destination(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return null;
}
