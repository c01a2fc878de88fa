// @ts-check
/**
 * What floats above everything else: a native modal dialog, for prompts and sheets.
 *
 * The engine makes the rest of the page inert, the chat frame included, keeps the keyboard inside, takes Escape as "no"
 * and gives the focus back to where it was. `ended` is called exactly once, however the dialog came to its end.
 */
import { element } from './dom.js';

/** Whether a question stands before everything else: it is answered first, and nothing is laid over it. */
export function questionStands() {
  return document.querySelector('dialog[role="alertdialog"][open]') !== null;
}

/**
 * @param {object} parts
 * @param {string} parts.look              class names
 * @param {'dialog' | 'alertdialog'} [parts.role]
 * @param {string} parts.labelledBy        id of the heading inside
 * @param {string} [parts.describedBy]
 * @param {Node[]} parts.content
 * @param {HTMLElement} [parts.focus]      what has the keyboard first
 * @param {() => void} parts.ended
 * @param {() => boolean} [parts.endsOutside]   whether a press beside it ends it
 */
export function showDialog({ look, role, labelledBy, describedBy, content, focus, ended, endsOutside }) {
  const dialog = element(
    'dialog',
    { class: look, role, 'aria-modal': 'true', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy },
    ...content,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    ended();
  });
  // The scrim belongs to the dialog element itself; a press on its content has the content as target.
  dialog.addEventListener('pointerdown', ({ target }) => target === dialog && endsOutside?.() && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  focus?.focus();
  return dialog;
}
