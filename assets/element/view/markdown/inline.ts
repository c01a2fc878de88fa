/**
 * Reads what stands within a line: emphasis, code, links, pictures, marks of sources.
 *
 * The lexer of `marked` finds the tokens; of its renderer, which would write HTML, nothing is used.
 */

import { Lexer, type Token, type Tokens } from 'marked';
import type { Definitions } from './blocks.ts';
import { decodeEntities } from './entities.ts';
import { SOURCE_MARK, sourceNumber } from './source-marks.ts';

export type InlineTag = 'strong' | 'em' | 'del' | 'sub' | 'sup' | 'kbd' | 'mark' | 'u' | 's' | 'b' | 'i' | 'small';

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'source'; readonly number: number }
  | { readonly type: 'tag'; readonly tag: InlineTag; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'picture'; readonly href: string; readonly alt: string };

/** SECURITY: the only HTML that means something, and only without attributes; the rest is text. */
const TAGS: ReadonlySet<string> = new Set([
  'strong', 'em', 'sub', 'sup', 'kbd', 'mark', 'u', 's', 'b', 'i', 'small',
]); // prettier-ignore
const PLAIN_TAG = /^<(\/?)([a-z]{1,6})\s*\/?>$/i;
/** Deeper than this, marks are text. */
const DEEPEST = 16;
/** The lexer looks at all that follows for each of these: so many of them in one place say nothing to a reader. */
const MOST_MARKS = 300;
/**
 * SECURITY: for some texts the lexer's time grows with the square of their length, and the window would stand still for
 * minutes. A longer piece than this, which is no paragraph's, is a heading or a cell that nobody wrote.
 */
export const LONGEST_PIECE = 4_000;
const MARK = /\*+|_+|~+|`+|[[<]|!{2,}/g;

export function readInline(text: string, definitions: Definitions): readonly Inline[] {
  if (text.length > LONGEST_PIECE || (text.match(MARK)?.length ?? 0) > MOST_MARKS) return plain(text);
  try {
    const lexer = new Lexer({ gfm: true });
    Object.assign(lexer.tokens.links, definitions);
    return new Reader().read(lexer.inlineTokens(text), 0);
  } catch {
    // A text that the lexer gives up on is still a text.
    return plain(text);
  }
}

/** The words alone, for names and titles. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.text;
      if (node.type === 'picture') return node.alt;
      return 'children' in node ? inlineText(node.children) : node.type === 'break' ? ' ' : '';
    })
    .join('');
}

/** Text in which only the marks of sources mean something. */
export function plain(text: string): readonly Inline[] {
  return text.split(SOURCE_MARK).flatMap((part): Inline[] => {
    const number = sourceNumber(part);
    if (number !== null) return [{ type: 'source', number }];
    return part === '' ? [] : [{ type: 'text', text: part }];
  });
}

interface Open {
  readonly tag: InlineTag | null;
  readonly written: string;
  readonly nodes: Inline[];
}

class Reader {
  read(tokens: readonly Token[], depth: number): readonly Inline[] {
    // HTML tags are tokens of their own: what stands between two of them becomes their child here.
    const open: Open[] = [{ tag: null, written: '', nodes: [] }];
    for (const token of tokens) {
      if (token.type === 'html') this.#tag(open, token.raw);
      else add((open.at(-1) as Open).nodes, this.#node(token, depth));
    }
    while (open.length > 1) closeLast(open);
    return open[0]?.nodes ?? [];
  }

  #tag(open: Open[], written: string): void {
    const here = (open.at(-1) as Open).nodes;
    const [, slash, name = ''] = PLAIN_TAG.exec(written) ?? [];
    const tag = name.toLowerCase();
    if (tag === 'br') here.push({ type: 'break' });
    else if (slash === '' && TAGS.has(tag) && open.length < DEEPEST) {
      open.push({ tag: tag as InlineTag, written, nodes: [] });
    } else if (slash === '/' && open.at(-1)?.tag === tag) closeLast(open);
    else add(here, plain(written));
  }

  #node(token: Token, depth: number): readonly Inline[] {
    if (depth >= DEEPEST) return plain(token.raw);
    const inner = 'tokens' in token && token.tokens !== undefined ? token.tokens : [];
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return [{ type: 'tag', tag: token.type, children: this.read(inner, depth + 1) }];
      case 'codespan':
        return codeSpan(token as Tokens.Codespan);
      case 'br':
        return [{ type: 'break' }];
      case 'link':
        return this.#link(token as Tokens.Link, depth);
      case 'image':
        return picture(token as Tokens.Image);
      case 'escape':
        return plain((token as Tokens.Escape).raw.slice(1));
      default:
        return plain(decodeEntities(token.raw));
    }
  }

  #link(token: Tokens.Link, depth: number): readonly Inline[] {
    const children = this.read(token.tokens, depth + 1);
    const { text: href, marks } = withoutMark(token.href);
    return [{ type: 'link', href, children }, ...marks];
  }
}

/** Put nodes behind others; what is text on both sides becomes one. */
function add(nodes: Inline[], more: readonly Inline[]): void {
  for (const node of more) {
    const before = nodes.at(-1);
    if (node.type === 'text' && before?.type === 'text') {
      nodes[nodes.length - 1] = { type: 'text', text: before.text + node.text };
    } else nodes.push(node);
  }
}

function closeLast(open: Open[]): void {
  const { tag, nodes } = open.pop() as Open;
  if (tag !== null) open.at(-1)?.nodes.push({ type: 'tag', tag, children: nodes });
}

/** What cannot hold the marks of sources has them behind it. */
function withoutMark(text: string): { text: string; marks: readonly Inline[] } {
  const parts = plain(text);
  return {
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    marks: parts.filter(({ type }) => type === 'source'),
  };
}

function codeSpan(token: Tokens.Codespan): readonly Inline[] {
  const { text, marks } = withoutMark(token.text);
  return [{ type: 'code', text }, ...marks];
}

function picture(token: Tokens.Image): readonly Inline[] {
  const alt = withoutMark(decodeEntities(token.text));
  const href = withoutMark(token.href);
  return [{ type: 'picture', href: href.text, alt: alt.text }, ...alt.marks, ...href.marks];
}
