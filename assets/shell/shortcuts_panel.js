// @ts-check
/** The sheet that lists the keys. */
import { element } from './dom.js';
import { text } from './strings.js';

/** Keys as they stand on a keyboard, and the words for what they do. */
const SHORTCUTS = [
  ['Ctrl N', 'new'],
  ['Ctrl L', 'focus'],
  ['Ctrl H', 'history'],
  ['Ctrl ,', 'settings'],
  ['Enter', 'send'],
  ['Shift Enter', 'line'],
  ['Esc', 'close'],
];

export function panel() {
  const rows = SHORTCUTS.map(([keys, name]) =>
    element(
      'div',
      { class: 'shortcut' },
      element('dt', {}, text(`shell.shortcut.${name}`)),
      element('dd', {}, ...keys.split(' ').map((key) => element('kbd', {}, key))),
    ),
  );
  return { content: [element('dl', { class: 'shortcuts' }, ...rows)] };
}
