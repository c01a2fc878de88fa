// @ts-check
/**
 * The folded part of a connection's form that says how its chat looks and what its composer offers.
 *
 * It has the few things that people change; the rest of a look stands in the file of connections and is kept as it is.
 */
import { parsedTheme } from './chat_look.js';
import { element } from './dom.js';
import { formField, selectField } from './form_field.js';
import { text, textFor } from './strings.js';

const RADII = /** @type {const} */ (['', 'pill', 'round', 'soft', 'sharp']);
const DENSITIES = /** @type {const} */ (['', 'compact', 'normal', 'spacious']);
const MOST_CHARACTERS = { accent: 80, greeting: 200, disclaimer: 500, theme: 8_000 };

/**
 * @typedef {import('./chat_look.js').Look} Look
 * @typedef {keyof typeof MOST_CHARACTERS} Typed
 */

export class LookSection {
  #theme = element('textarea', {
    id: 'look-theme',
    class: 'field',
    rows: 3,
    maxlength: MOST_CHARACTERS.theme,
    spellcheck: 'false',
  });
  #accent = line('accent');
  #greeting = line('greeting');
  #disclaimer = line('disclaimer');
  #radius = selectField('look-radius', RADII.map((each) => [each, word(each)]));
  #density = selectField('look-density', DENSITIES.map((each) => [each, word(each)]));
  #attachments = flag('attachments');
  #dictation = flag('dictation');

  /**
   * @param {Look} look
   * @param {boolean} isHosted
   * @param {Node | null} answered   what was said about the microphone
   */
  constructor(look, isHosted, answered) {
    this.look = look;
    this.#accent.value = look.accent;
    this.#greeting.value = look.greeting;
    this.#disclaimer.value = look.disclaimer;
    this.#theme.value = look.theme;
    this.#radius.value = look.radius;
    this.#density.value = look.density;
    this.#attachments.checked = look.attachments;
    this.#dictation.checked = look.dictation;
    this.root = element(
      'details',
      { class: 'fold look' },
      element('summary', {}, text('shell.look.heading')),
      element(
        'div',
        { class: 'connection-form' },
        row('accent', this.#accent, (typed) => (CSS.supports('color', typed) ? '' : text('connection.fault.accent'))),
        row('radius', this.#radius),
        row('density', this.#density),
        isHosted && row('attachments', this.#attachments),
        isHosted && row('dictation', this.#dictation),
        answered,
        row('greeting', this.#greeting),
        row('disclaimer', this.#disclaimer),
        row('theme', this.#theme, (typed) => (parsedTheme(typed) ? '' : text('connection.fault.theme'))),
        element('p', { class: 'quiet' }, text('shell.look.rest')),
      ),
    );
  }

  focusDictation() {
    this.#dictation.focus();
  }

  /** @returns {Look} */
  get value() {
    return {
      ...this.look,
      accent: this.#accent.value.trim(),
      greeting: this.#greeting.value.trim(),
      disclaimer: this.#disclaimer.value.trim(),
      theme: this.#theme.value.trim(),
      radius: RADII.find((each) => each === this.#radius.value) ?? '',
      density: DENSITIES.find((each) => each === this.#density.value) ?? '',
      attachments: this.#attachments.checked,
      dictation: this.#dictation.checked,
    };
  }
}

/** @param {string} choice */
function word(choice) {
  return textFor('shell.look.choice', choice || 'default', choice);
}

/** @param {Exclude<Typed, 'theme'>} name */
function line(name) {
  const most = MOST_CHARACTERS[name];
  return element('input', { id: `look-${name}`, class: 'field', type: 'text', autocomplete: 'off', maxlength: most });
}

/** @param {string} name */
function flag(name) {
  return element('input', { id: `look-${name}`, type: 'checkbox', role: 'switch', class: 'switch' });
}

/**
 * @param {string} name
 * @param {import('./form_field.js').Control} input
 * @param {(typed: string) => string} [faultOf]
 */
function row(name, input, faultOf) {
  const label = textFor('shell.look.field', `${name}.label`, name);
  return formField(input, label, textFor('shell.look.field', `${name}.help`, ''), faultOf);
}
