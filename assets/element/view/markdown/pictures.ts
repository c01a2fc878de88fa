/** Sets aside the pictures that a text carries in itself, so that what is read remains short. */

const EMBEDDED = /(\]\([ \t]*)(data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]{64,})/g;
const PLACEHOLDER = /^data:,(\d{1,6})$/;

export interface WithPictures {
  readonly text: string;
  readonly pictures: readonly string[];
}

export function setPicturesAside(text: string): WithPictures {
  if (!text.includes('data:image/')) return { text, pictures: [] };
  const pictures: string[] = [];
  const short = text.replace(EMBEDDED, (_whole, before: string, address: string) => {
    pictures.push(address);
    return `${before}data:,${pictures.length - 1}`;
  });
  return { text: short, pictures };
}

/** The address that was written in the text. */
export function addressOf(written: string, pictures: readonly string[]): string {
  const at = PLACEHOLDER.exec(written)?.[1];
  return (at === undefined ? undefined : pictures[Number(at)]) ?? written;
}
