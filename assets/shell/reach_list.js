// @ts-check
/**
 * What leaves this computer: for each connection every host, why, and when.
 *
 * Python knows it from the descriptions alone; to say it, nothing is sent.
 */
import { element, skeletonLines } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text } from './strings.js';
import { visibleText } from './visible_text.js';

/** @typedef {import('./contract.js').Commands['diagnostics.reach']['returns']['connections'][number]} Reached */

/**
 * The page that tells it of every connection, the one that is talked to first.
 * @param {Pick<import('./sheets.js').Context, 'bridge'>} context
 */
export function reachPage({ bridge }) {
  const place = element('div', { class: 'reach' });
  void readReach(bridge, place, (connections) => {
    const selectedFirst = [...connections].sort((one, other) => Number(other.selected) - Number(one.selected));
    place.replaceChildren(...selectedFirst.map(groupOf));
  });
  return [element('p', { class: 'quiet' }, text('shell.reach.help')), place];
}

/**
 * @param {Pick<import('./sheets.js').Context, 'bridge'>['bridge']} bridge
 * @param {HTMLElement} place   holds what is waited for, or why it does not come
 * @param {(connections: Reached[]) => void} use
 */
export async function readReach(bridge, place, use) {
  place.replaceChildren(skeletonLines());
  try {
    const { connections } = await bridge.call('diagnostics.reach', {});
    use(connections);
  } catch (error) {
    place.replaceChildren(element('p', { role: 'alert' }, inOneLine(error)));
  }
}

/** @param {Reached} reached */
function groupOf(reached) {
  return element(
    'section',
    {},
    element(
      'div',
      { class: 'check-head' },
      element('h4', {}, visibleText(reached.label)),
      reached.selected && element('span', { class: 'quiet' }, text('shell.reach.selected')),
    ),
    hostList(reached.hosts),
  );
}

/** @param {Reached['hosts']} hosts */
export function hostList(hosts) {
  if (hosts.length === 0) return element('p', { class: 'quiet' }, text('shell.reach.none'));
  return element(
    'ul',
    { class: 'reach-hosts' },
    ...hosts.map(({ host, why, when }) =>
      element(
        'li',
        {},
        element('code', {}, visibleText(host)),
        element('span', {}, visibleText(why)),
        element('span', { class: 'quiet' }, visibleText(when)),
      ),
    ),
  );
}
