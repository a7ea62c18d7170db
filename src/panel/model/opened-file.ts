import type { ComponentType } from 'preact';
import type { PanelModel } from './panel-model.ts';

/** A file that is shown, or being read. */
export interface OpenedFile {
  readonly panel: PanelModel;
  /** Says which file it is. */
  readonly Banner: ComponentType;
  readonly stop: () => void;
}
