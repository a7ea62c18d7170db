import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelModel } from './panel-model.ts';

export const ModelContext = createContext<PanelModel | null>(null);

export function useModel(): PanelModel {
  const model = useContext(ModelContext);
  if (model === null) throw new Error('The panel is rendered without its model.');
  return model;
}
