/** Draws what stands within a line. */

import type { Source } from '../../core/items.ts';
import { type LineDrawing, element } from './drawing.ts';
import { type Inline, inlineText } from './inline.ts';
import { type LinkTarget, linkTarget, pictureSource, whereElse, withoutTricks } from './links.ts';
import { addressOf } from './pictures.ts';

/** An address in a text is shown up to here. */
const LONGEST_SHOWN_ADDRESS = 120;

export function drawInline(nodes: readonly Inline[], pictures: readonly string[], drawing: LineDrawing): Node[] {
  return nodes.flatMap((node): Node[] => {
    switch (node.type) {
      case 'text':
        return [new Text(node.text)];
      case 'code':
        return [element('code', {}, node.text)];
      case 'break':
        return [element('br')];
      case 'tag':
        return [element(node.tag, {}, ...drawInline(node.children, pictures, drawing))];
      case 'link':
        return link(node, pictures, drawing);
      case 'picture':
        return picture(addressOf(node.href, pictures), node.alt);
      case 'source':
        return sourceMark(node.number, drawing);
    }
  });
}

function link(node: Extract<Inline, { type: 'link' }>, pictures: readonly string[], drawing: LineDrawing): Node[] {
  const target = linkTarget(node.href);
  const children = drawInline(node.children, pictures, drawing);
  const text = inlineText(node.children);
  if (target === null) return node.href === text ? children : [...children, new Text(` (${shown(node.href)})`)];
  return anchor(target, text, children.map(plainTwin));
}

/** SECURITY: an anchor says where it really leads, and nothing in its words turns around what is read. */
function anchor(target: LinkTarget, text: string, children: readonly Node[]): Node[] {
  const made = element('a', {
    href: target.href,
    title: shown(target.href),
    rel: 'noreferrer noopener',
    target: '_blank',
    ...(target.isDeepLink ? { 'data-deep-link': '' } : {}),
  });
  made.append(element('bdi', {}, ...(withoutTricks(text).trim() === '' ? [shown(target.href)] : children)));
  const where = whereElse(text, target);
  return where === '' ? [made] : [made, new Text(' '), element('bdi', { class: 'leads-to' }, `(${shown(where)})`)];
}

function plainTwin(node: Node): Node {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.currentNode; ; text = walker.currentNode) {
    if (text instanceof Text) text.data = withoutTricks(text.data);
    if (walker.nextNode() === null) return node;
  }
}

function picture(address: string, alt: string): Node[] {
  const source = pictureSource(address, location.origin);
  if (source !== null) return [element('img', { src: source, alt, loading: 'lazy', decoding: 'async' })];
  const target = linkTarget(address);
  const name = withoutTricks(alt).trim();
  if (target === null) return name === '' ? [] : [new Text(name)];
  return anchor(target, name, [new Text(name)]);
}

function sourceMark(number: number, { sources, words }: LineDrawing): Node[] {
  const source = sources[number - 1];
  if (source === undefined) return [];
  const name = words('element.markdown.source', { number: String(number), title: source.title || (source.url ?? '') });
  return [element('sup', { class: 'source', 'data-source': String(number) }, markOf(source, String(number), name))];
}

function markOf(source: Source, number: string, name: string): Node {
  const target = source.kind === 'url' && source.url !== null ? linkTarget(source.url) : null;
  if (target !== null) {
    const { href } = target;
    return element('a', { href, title: name, 'aria-label': name, rel: 'noreferrer noopener', target: '_blank' }, number);
  }
  if (source.entity?.interactive === true) {
    return element('button', { type: 'button', title: name, 'aria-label': name }, number);
  }
  return element('span', { role: 'img', title: name, 'aria-label': name }, number);
}

function shown(address: string): string {
  const plain = withoutTricks(address);
  return plain.length > LONGEST_SHOWN_ADDRESS ? `${plain.slice(0, LONGEST_SHOWN_ADDRESS)}…` : plain;
}
