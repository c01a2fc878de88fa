/** Reads the links that lead to a place in the page's own program: `chatkit-link://name?key=value`. */

export interface DeepLink {
  readonly name: string;
  readonly data: Record<string, string>;
}

const DEEP_LINK = /^chatkit-link:\/\/([a-z0-9_.-]{1,64})\/?(?:\?([^#]{0,2000}))?(?:#.*)?$/i;

/** The place and what is said about it; null for every other address. */
export function deepLinkFrom(address: string): DeepLink | null {
  const [, name, query = ''] = DEEP_LINK.exec(address) ?? [];
  if (name === undefined) return null;
  return { name: name.toLowerCase(), data: Object.fromEntries(new URLSearchParams(query)) };
}
