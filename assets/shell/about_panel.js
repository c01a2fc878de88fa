// @ts-check
/** The sheet that says what this program is. */
import { element, icon } from './dom.js';
import { text } from './strings.js';

/** @param {import('./sheets.js').PanelContext} context */
export function panel({ state }) {
  const { productName, tagline, homepage, icon: brandIcon, version, engine, system } = state.values;
  const facts = { version, engine, system, licence: text('shell.about.mit') };
  const rows = Object.entries(facts).flatMap(([name, value]) => [
    element('dt', {}, text(`shell.about.${name}`)),
    element('dd', {}, value),
  ]);
  return {
    content: [
      element(
        'div',
        { class: 'about' },
        element('img', { src: `../${brandIcon}`, alt: '', width: 56, height: 56 }),
        element('p', { class: 'about-name' }, productName),
        element('p', { class: 'quiet' }, tagline),
      ),
      element('dl', { class: 'facts' }, ...rows),
      element('a', { class: 'outside', href: homepage }, text('shell.about.homepage'), icon('outside')),
    ],
  };
}
