// @ts-check
/**
 * The colours of this document: which theme is chosen, which one that means now, and the accent of the brand.
 *
 * Python owns the choice and says what it resolves to; when the choice is the system's, a change of the engine's colour
 * scheme is followed at once. The chat document hears of every change through its port.
 */

const CHOICES = /** @type {const} */ (['light', 'dark', 'system']);

/**
 * @typedef {typeof CHOICES[number]} Choice
 * @typedef {'light' | 'dark'} Resolved
 */

/**
 * The choice after this one, round and round.
 * @param {Choice} choice
 * @returns {Choice}
 */
export function nextChoice(choice) {
  return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
}

/**
 * @param {import('./app_state.js').AppState} state
 * @param {{root: HTMLElement, media: MediaQueryList}} parts
 */
export function followTheme(state, { root, media }) {
  media.addEventListener('change', () => {
    if (state.values.themeChoice === 'system') state.set({ theme: media.matches ? 'dark' : 'light' });
  });
  state.watch(['theme', 'accents'], ({ theme, accents }) => {
    root.dataset.theme = theme;
    wearAccent(root, accents[theme]);
  });
}

/**
 * Lay a fork's own accent over that of the tokens; its tint is mixed from it.
 * @param {HTMLElement} root
 * @param {string} accent
 */
export function wearAccent(root, accent) {
  root.style.removeProperty('--accent');
  root.style.removeProperty('--accent-tint');
  const own = getComputedStyle(root).getPropertyValue('--accent').trim();
  if (accent === '' || accent === own) return;
  root.style.setProperty('--accent', accent);
  root.style.setProperty('--accent-tint', 'color-mix(in srgb, var(--accent) 12%, var(--surface))');
}
