/**
 * Sets style properties on an element, each through the object model.
 *
 * SECURITY: no style is ever written as text: a value cannot begin another property, and the page's policy, which
 * refuses style attributes, stays as it is.
 */

import { noChange } from 'lit';
import { Directive, type ElementPart, directive } from 'lit/directive.js';
import type { Style } from './box_style.ts';

class Styled extends Directive {
  #set: readonly string[] = [];

  override render(_style: Style): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [style]: [Style]): typeof noChange {
    const { style: declared } = part.element as HTMLElement;
    const wanted = Object.entries(style).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    const names = wanted.map(([name]) => name);
    for (const name of this.#set) if (!names.includes(name)) declared.removeProperty(name);
    for (const [name, value] of wanted) declared.setProperty(name, value);
    this.#set = names;
    return noChange;
  }
}

/** In the place of an attribute: `<div ${styled({ width: '40px' })}>`. */
export const styled = directive(Styled);
