// @ts-check
/**
 * One row of a form: a control with its name, what it means, and what is wrong with what was typed.
 */
import { element } from './dom.js';

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {Control} input
 * @param {string} label
 * @param {string} help
 * @param {(typed: string) => string} [faultOf]   what can be seen while it is typed; nothing typed is no fault
 */
export function formField(input, label, help, faultOf = () => '') {
  const fault = element('p', { class: 'field-fault', id: `${input.id}-fault`, role: 'status' });
  input.addEventListener('input', () => {
    const typed = input.value.trim();
    fault.textContent = typed === '' ? '' : faultOf(typed);
    input.setAttribute('aria-invalid', String(fault.textContent !== ''));
  });
  const helping = element('p', { class: 'quiet', id: `${input.id}-help` }, help);
  input.setAttribute('aria-describedby', [helping.id, fault.id].join(' '));
  const name = element('label', { for: input.id }, label);
  const root = element('div', { class: 'connection-field' }, name, input, helping, fault);
  root.classList.toggle('is-switch', input.getAttribute('role') === 'switch');
  return root;
}

/**
 * @param {string} id
 * @param {ReadonlyArray<[value: string, word: string]>} choices
 */
export function selectField(id, choices) {
  const options = choices.map(([value, word]) => element('option', { value }, word));
  return element('select', { id, class: 'field' }, ...options);
}
