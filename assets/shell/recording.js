// @ts-check
/**
 * That the log holds more than usual for ten minutes: begun in diagnostics, and to be seen for its whole length.
 *
 * Python counts the time and ends it; the page only says until when, above the conversation, with a way to stop.
 */
import { button, element, icon } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text } from './strings.js';

/** @typedef {Pick<import('./sheets.js').Context, 'bridge' | 'state' | 'strip'>} Context */

/**
 * Show it above the conversation from now on.
 * @param {HTMLElement} place   a live region that is always in the page
 * @param {Context} context
 */
export function followRecording(place, context) {
  context.state.watch(['recordedUntil'], ({ recordedUntil, locale }) => {
    place.replaceChildren(...(recordedUntil === null ? [] : [banner(clock(recordedUntil, locale), context)]));
  });
}

/**
 * @param {string} time
 * @param {Context} context
 */
function banner(time, context) {
  const stop = () => void record(context, false, (error) => context.strip.showError('record', error));
  return element(
    'div',
    { class: 'strip strip-warning' },
    element('span', { class: 'strip-icon' }, icon('record')),
    element('p', { class: 'strip-words' }, text('shell.record.until', { time })),
    button({ class: 'button' }, stop, text('shell.record.stop')),
  );
}

/**
 * The row of diagnostics that begins and ends it.
 * @param {Context} context
 */
export function recordRow(context) {
  const told = element('span', { class: 'quiet', role: 'status' });
  const press = () => {
    const isOn = context.state.values.recordedUntil !== null;
    void record(context, !isOn, (error) => (told.textContent = inOneLine(error)));
  };
  const toggle = button({ class: 'button' }, press);
  const close = context.state.watch(['recordedUntil'], ({ recordedUntil, locale }) => {
    const isOn = recordedUntil !== null;
    toggle.textContent = isOn ? text('shell.record.stop') : text('shell.record.start');
    told.textContent = isOn
      ? text('shell.record.until', { time: clock(recordedUntil, locale) })
      : text('shell.record.note');
  });
  const words = element('div', { class: 'permission-words' }, element('span', {}, text('shell.record.title')), told);
  return { root: element('li', {}, words, toggle), close };
}

/**
 * @param {Context} context
 * @param {boolean} on
 * @param {(error: unknown) => void} failed
 */
async function record({ bridge, state }, on, failed) {
  try {
    const { until_utc } = await bridge.call('diagnostics.record', { on });
    state.set({ recordedUntil: until_utc });
  } catch (error) {
    failed(error);
  }
}

/**
 * @param {number} seconds  of UTC
 * @param {string} locale
 */
function clock(seconds, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(seconds * 1000);
}
