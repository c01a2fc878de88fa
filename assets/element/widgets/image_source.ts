/**
 * Decides which pictures of a server are shown.
 *
 * SECURITY: nothing is loaded from elsewhere: a picture that is would tell its owner when it was looked at, and where.
 */

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/]+={0,2}$/i;
const MAX_DATA_LENGTH = 8_000_000;

export type ImageSource =
  | { readonly kind: 'picture'; readonly url: string }
  /** It stands elsewhere; a person may go there. */
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'none' };

const NONE: ImageSource = { kind: 'none' };

/** What to do about a picture at `source`, which a server names in full; it may come from where these `pages` are. */
export function imageSource(source: string, ...pages: readonly string[]): ImageSource {
  if (/^data:/i.test(source)) {
    return source.length <= MAX_DATA_LENGTH && RASTER.test(source) ? { kind: 'picture', url: source } : NONE;
  }
  const url = URL.parse(source);
  if (url === null || !['http:', 'https:', 'blob:'].includes(url.protocol)) return NONE;
  if (pages.some((page) => url.origin === new URL(page).origin)) return { kind: 'picture', url: url.href };
  return url.protocol === 'blob:' ? NONE : { kind: 'link', url: url.href };
}
