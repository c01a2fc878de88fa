// @ts-check
/**
 * Keeps the shell's document where it is: a dropped file or a link never replaces it.
 *
 * The engine's own guards stand behind this; here the person gets what was meant instead of nothing.
 */

/**
 * @param {Document} page
 * @param {(url: string) => void} openLink
 */
export function keepPageInPlace(page, openLink) {
  for (const kind of /** @type {const} */ (['dragover', 'drop'])) {
    page.addEventListener(kind, (event) => event.preventDefault());
  }
  for (const kind of /** @type {const} */ (['click', 'auxclick'])) {
    page.addEventListener(kind, (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      openLink(link.href);
    });
  }
}
