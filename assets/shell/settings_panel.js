// @ts-check
/**
 * The sheet of settings: each with its help and where its value comes from.
 *
 * Python declares, checks and saves every setting; this draws one row for each that a person may want to change here
 * and writes a change at once. A value that the command line or the environment has set says so.
 */
import { element } from './dom.js';
import { text, textFor } from './strings.js';

/**
 * @typedef {{value: unknown, default: unknown, source: string, help: string}} Setting
 * @typedef {object} Control
 * @property {HTMLElement} root
 * @property {(value: unknown) => void} set
 *
 * @typedef {(labelId: string, change: (value: unknown) => void) => Control} MakeControl
 */

/** @type {Record<string, MakeControl>} */
const ROWS = {
  theme: choice('shell.theme', ['light', 'dark', 'system']),
  zoom_percent: steps(50, 300, 10),
  software_rendering: onOff,
};

/** @param {import('./sheets.js').PanelContext} context */
export function panel({ bridge, strip }) {
  const rows = Object.entries(ROWS).map(([key, make]) => new Row(key, make, bridge, strip));
  for (const row of rows) void row.read();
  return {
    content: rows.map((row) => row.root),
    /** @type {(key: string, value: unknown) => void} */
    settingChanged: (key) => void rows.find((row) => row.key === key)?.read(),
  };
}

class Row {
  /**
   * @param {string} key
   * @param {MakeControl} make
   * @param {import('./sheets.js').Context['bridge']} bridge
   * @param {import('./sheets.js').Context['strip']} strip
   */
  constructor(key, make, bridge, strip) {
    this.key = key;
    this.bridge = bridge;
    this.strip = strip;
    const labelId = `setting-${key}`;
    this.control = make(labelId, (value) => void this.#write(value));
    this.help = element('p', { class: 'quiet' });
    this.source = element('p', { class: 'quiet' });
    this.root = element(
      'section',
      { class: 'setting is-waiting', 'aria-labelledby': labelId },
      element(
        'div',
        { class: 'setting-head' },
        element('h3', { id: labelId }, text(`shell.setting.${key}`)),
        this.source,
      ),
      this.control.root,
      this.help,
    );
  }

  async read() {
    try {
      this.#draw(await this.bridge.call('settings.read', { key: this.key }));
    } catch (error) {
      this.strip.showError('settings', error);
    }
  }

  /** @param {unknown} value */
  async #write(value) {
    try {
      await this.bridge.call('settings.write', { key: this.key, value });
    } catch (error) {
      this.strip.showError('settings', error);
    }
    await this.read();
  }

  /** @param {Setting} setting */
  #draw({ value, source, help }) {
    this.control.set(value);
    this.help.textContent = help;
    this.source.textContent = textFor('shell.source', source, source);
    this.root.classList.remove('is-waiting');
  }
}

/**
 * One of a few, all to be seen.
 * @param {string} area   of the catalogue, where each value has its word
 * @param {string[]} values
 * @returns {MakeControl}
 */
function choice(area, values) {
  return (labelId, change) => {
    const inputs = values.map((value) => element('input', { type: 'radio', name: labelId, value }));
    for (const input of inputs) input.addEventListener('change', () => change(input.value));
    const labels = inputs.map((input) =>
      element('label', { class: 'segment' }, input, element('span', {}, textFor(area, input.value, input.value))),
    );
    return {
      root: element('div', { class: 'segments', role: 'radiogroup', 'aria-labelledby': labelId }, ...labels),
      set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    };
  };
}

/**
 * A whole number between bounds, in steps.
 * @param {number} least
 * @param {number} most
 * @param {number} step
 * @returns {MakeControl}
 */
function steps(least, most, step) {
  return (labelId, change) => {
    const input = element('input', {
      type: 'number',
      class: 'field',
      min: least,
      max: most,
      step,
      'aria-labelledby': labelId,
    });
    input.addEventListener('change', () => {
      const value = Math.round(input.valueAsNumber);
      if (Number.isFinite(value)) change(Math.min(most, Math.max(least, value)));
    });
    return {
      root: element(
        'div',
        { class: 'with-unit' },
        input,
        element('span', { class: 'quiet' }, text('shell.setting.percent')),
      ),
      set: (value) => void (input.value = String(value)),
    };
  };
}

/**
 * On or off.
 * @type {MakeControl}
 */
function onOff(labelId, change) {
  const input = element('input', { type: 'checkbox', role: 'switch', class: 'switch', 'aria-labelledby': labelId });
  input.addEventListener('change', () => change(input.checked));
  return { root: input, set: (value) => void (input.checked = value === true) };
}
