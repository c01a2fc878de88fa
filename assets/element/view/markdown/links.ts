/** Decides which addresses of a hostile text may become a link or a picture, and what a reader has to be told of them. */

import { decodeEntities } from './entities.ts';

/** SECURITY: everything else is text: it is neither a link nor loaded, whatever it looks like. */
const LINK_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'chatkit-link:']);
const LONGEST_LINK = 8_192;
/** SECURITY: no SVG, which is a document of its own. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;
const LONGEST_PICTURE = 4_000_000;
/** What an address is written with; anything else in one is an attempt to look like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;
const UNSEEN_IN_TEXT = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** SECURITY: every part has a longest length, or a text of nothing but letters would take seconds to look at. */
const ADDRESS_IN_TEXT = /(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^\s/@]{0,64}@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}\p{L}{2,63})/iu;

export interface LinkTarget {
  readonly href: string;
  /** The server it leads to; '' for mail and for what the program itself opens. */
  readonly host: string;
  /** Whether it asks the program for something rather than leading anywhere. */
  readonly isDeepLink: boolean;
}

/** Where a link may lead; null makes it text. */
export function linkTarget(address: string): LinkTarget | null {
  const written = decodeEntities(address.trim());
  if (written.length > LONGEST_LINK || UNSEEN.test(written)) return null;
  const url = parse(written);
  if (url === null || !LINK_SCHEMES.has(url.protocol)) return null;
  return { href: url.href, host: url.host, isDeepLink: url.protocol === 'chatkit-link:' };
}

/** What may be drawn as a picture: what is in the text itself, or comes from this very page. */
export function pictureSource(address: string, pageOrigin: string): string | null {
  const written = decodeEntities(address.trim());
  if (written.length <= LONGEST_PICTURE && PICTURE.test(written)) return written;
  if (written.length > LONGEST_LINK || UNSEEN.test(written)) return null;
  const url = parse(written);
  // The origin of `blob:` is that of the page it was made in.
  const isOwn = url !== null && url.origin === pageOrigin && ['blob:', new URL(pageOrigin).protocol].includes(url.protocol);
  return isOwn ? url.href : null;
}

/** Text without the characters that nobody sees and that turn around what is read. */
export function withoutTricks(text: string): string {
  return text.replace(UNSEEN_IN_TEXT, '');
}

/** SECURITY: code without the characters that turn around what is read: who copies it runs what was seen. */
export function asItReads(code: string): string {
  return code.replace(TURNING, '');
}

/** Whether the words of a link name another server than the one it leads to. */
export function looksLikeOther(text: string, { host, href }: LinkTarget): boolean {
  const named = ADDRESS_IN_TEXT.exec(withoutTricks(text).normalize('NFKC').trim())?.[1]?.toLowerCase();
  if (named === undefined) return false;
  const actual = host === '' ? (href.split('@')[1] ?? '').replace(/\?.*$/, '') : host.replace(/:\d+$/, '');
  const asWritten = parse(`https://${named}`)?.hostname ?? named;
  return asWritten !== actual && asWritten.replace(/^www\./, '') !== actual.replace(/^www\./, '');
}

/** Where a link leads whose words name another server; '' where they do not. */
export function whereElse(text: string, target: LinkTarget): string {
  if (!looksLikeOther(text, target)) return '';
  return target.host === '' ? target.href.replace(/^mailto:|\?.*$/g, '') : target.host;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
