// @ts-check
/** The sheet that lists the keys. */
import { element } from './dom.js';
import { text, textFor } from './strings.js';

/** Which keys, and which words for what they do. */
const SHORTCUTS = /** @type {const} */ ([
  ['new', ['control', 'N']],
  ['focus', ['control', 'L']],
  ['history', ['control', 'H']],
  ['settings', ['control', ',']],
  ['diagnostics', ['control', 'D']],
  ['send', ['enter']],
  ['line', ['shift', 'enter']],
  ['close', ['escape']],
]);
const FOR_DEVELOPERS = /** @type {const} */ ([['log', ['control', 'J']]]);

/** @param {import('./sheets.js').PanelContext} context */
export function panel({ state }) {
  const rows = [...SHORTCUTS, ...(state.values.development ? FOR_DEVELOPERS : [])].map(([name, keys]) =>
    element(
      'div',
      { class: 'shortcut' },
      element('dt', {}, text(`shell.shortcut.${name}`)),
      element('dd', {}, ...keys.map((key) => element('kbd', {}, textFor('shell.key', key, key)))),
    ),
  );
  return { content: [element('dl', { class: 'shortcuts' }, ...rows)] };
}
