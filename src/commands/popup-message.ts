/** The channel between the worker and the popup. */
export const POPUP_CHANNEL = 'popup';

/** `opened`: the popup is there; `copy`: it is to copy the topmost cause. */
export type PopupMessage = 'opened' | 'copy';
