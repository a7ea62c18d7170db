import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

type Loaded<Props> =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly Component: ComponentType<Props> }
  | { readonly type: 'failed'; readonly error: unknown };

/**
 * Makes a component whose code is loaded once, when the first one is drawn. A failure stays until the panel is loaded anew.
 * @param load imports the component
 * @param meanwhile draws what is shown until then; by default nothing
 * @throws (the component) the error with which loading failed, for the boundary around it
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: () => ComponentChildren = () => null,
): (props: Props) => ComponentChildren {
  // A signal, since a component may be drawn before the code is loaded, and hear of nothing until after.
  const loaded = signal<Loaded<Props>>({ type: 'loading' });
  let hasBegun = false;
  const begin = async () => {
    if (hasBegun) return;
    hasBegun = true;
    try {
      loaded.value = { type: 'loaded', Component: await load() };
    } catch (error) {
      loaded.value = { type: 'failed', error };
    }
  };
  return (props) => {
    useEffect(() => void begin(), []);
    const state = loaded.value;
    switch (state.type) {
      case 'loaded':
        return <state.Component {...props} />;
      case 'loading':
        return meanwhile();
      case 'failed':
        throw state.error;
    }
  };
}
