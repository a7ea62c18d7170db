export const NO_DISPLAY = 'There is no display to open a window on: with --headless it takes none.';
