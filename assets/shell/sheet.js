// @ts-check
/** A panel that slides in from the right: settings, diagnostics, shortcuts, about, a developer's log; one at a time. */
import { showDialog } from './dialog.js';
import { button, element, icon } from './dom.js';
import { text } from './strings.js';

/** @type {HTMLDialogElement | null} */
let open = null;

/**
 * @param {string} title
 * @param {Node[]} content
 * @param {() => void} [ended]
 * @param {() => boolean} [endsOutside]   whether a press beside it closes it
 */
export function showSheet(title, content, ended, endsOutside = () => true) {
  closeSheet();
  const close = button(
    { class: 'icon-button', 'aria-label': text('shell.sheet.close'), title: text('shell.sheet.close') },
    closeSheet,
    icon('close'),
  );
  const dialog = showDialog({
    look: 'sheet',
    labelledBy: 'sheet-title',
    content: [
      element('div', { class: 'sheet-head' }, element('h2', { id: 'sheet-title', tabindex: '-1' }, title), close),
      element('div', { class: 'sheet-body' }, ...content),
    ],
    ended: () => {
      if (open === dialog) open = null;
      ended?.();
    },
    endsOutside,
  });
  open = dialog;
  dialog.querySelector('h2')?.focus();
}

export function closeSheet() {
  open?.close();
  open = null;
}
