/** Disclosure triangle. Decorative: `aria-expanded` announces the state. */
export function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d="M5.5 3.5L11 8l-5.5 4.5Z" fill="currentColor" />
    </svg>
  );
}
