// @ts-check
/** How a chat document behaves as a page, whichever interface it holds: its theme, its links, what is dropped on it. */

/** What a fork may call its accent: the form that app/brand.py asks for. */
const ACCENT = /^#[0-9a-f]{6}$/i;
/** It opens the menu of a link, not the link. */
const SECONDARY_BUTTON = 2;

/**
 * @param {'light' | 'dark'} resolved
 * @param {Readonly<Record<'light' | 'dark', string>>} accents
 */
export function wearTheme(resolved, accents) {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = resolved;
  wearAccent(style, accents[resolved]);
}

/**
 * Lay a fork's own accent over that of the tokens, as the shell does; its tint is mixed from it.
 * @param {CSSStyleDeclaration} style
 * @param {string} accent
 */
function wearAccent(style, accent) {
  style.removeProperty('--accent');
  style.removeProperty('--accent-tint');
  const own = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  // SECURITY: nothing but a colour becomes part of the page's style.
  if (!ACCENT.test(accent) || accent === own) return;
  style.setProperty('--accent', accent);
  style.setProperty('--accent-tint', 'color-mix(in srgb, var(--accent) 12%, var(--surface))');
}

/**
 * Neither a file that is dropped here nor a link replaces the document; where a link goes, the shell asks the person.
 * @param {(url: string) => void} openLink
 */
export function keepPageInPlace(openLink) {
  for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
  for (const kind of /** @type {const} */ (['click', 'auxclick'])) {
    document.addEventListener(kind, (event) => {
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement && each.href !== '');
      // What the element has answered itself is no link that leads out.
      if (link === undefined || event.defaultPrevented || event.button === SECONDARY_BUTTON) return;
      event.preventDefault();
      openLink(/** @type {HTMLAnchorElement} */ (link).href);
    });
  }
}
