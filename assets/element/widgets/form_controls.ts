/** Reads what a person put into the controls of a form, in the page. */

import type { JsonObject } from '../core/wire.ts';
import type { WordKey } from '../view/words.ts';
import { type Field, type FieldValue, valuesOf } from './form_values.ts';
import { problemOf } from './validation.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of a form by `data-field`; the names that a server chose are kept out of the page's own. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[data-field]')].filter((control) => control.form === form);
}

/** Everything in the form by name, nested where names have dots. */
export function formValues(form: HTMLFormElement): JsonObject {
  const fields = new Map<string, FieldValue>();
  for (const control of controlsOf(form)) {
    const [name, value] = fieldOf(control);
    const unchosen = control.type === 'radio' && !(control as HTMLInputElement).checked;
    if (!control.disabled && !(unchosen && fields.has(name))) fields.set(name, value);
  }
  return valuesOf([...fields]);
}

export function fieldOf(control: Control): Field {
  return [control.dataset['field'] ?? '', valueOf(control)];
}

function valueOf(control: Control): FieldValue {
  if (!(control instanceof HTMLInputElement)) return control.value === '' && isSelect(control) ? null : control.value;
  switch (typeOf(control)) {
    case 'checkbox':
      return control.checked;
    case 'radio':
      return control.checked ? control.value : null;
    case 'number':
      return Number.isNaN(control.valueAsNumber) ? null : control.valueAsNumber;
    case 'date':
      return control.value || null;
    default:
      return control.value;
  }
}

/** The type that was asked for: an engine without date fields makes a line of one. */
function typeOf(control: Control): string {
  return control.getAttribute('type') ?? control.type;
}

function isSelect(control: Control): boolean {
  return control instanceof HTMLSelectElement;
}

export interface Problem {
  readonly control: Control;
  readonly sentence: WordKey;
}

/** What is wrong in the form, in the order of the page; of a group of radio buttons, once. */
export function problemsIn(form: HTMLFormElement): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  for (const control of controlsOf(form)) {
    const sentence = problemOf(control.validity, typeOf(control));
    const path = pathOf(control);
    if (sentence !== null && !control.disabled && !problems.has(path)) problems.set(path, { control, sentence });
  }
  return problems;
}

/** The component that an element of the page belongs to. */
export function pathOf(element: Element | null): string {
  return element?.closest<HTMLElement>('[data-path]')?.dataset['path'] ?? '';
}
