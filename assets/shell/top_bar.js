// @ts-check
/**
 * The bar: history, who one talks to and how that is, the conversation's title, and what one can do.
 *
 * Its elements stand in index.html, so that the first frame is the right one; here they get their values and their
 * presses.
 */
import { connectionLight } from './app_state.js';
import { byId, element, icon } from './dom.js';
import { MenuButton } from './menu.js';
import { text, textFor } from './strings.js';

/**
 * @typedef {import('./menu.js').MenuItem} MenuItem
 * @typedef {object} Actions
 * @property {() => void} toggleHistory
 * @property {() => void} newConversation
 * @property {() => void} changeTheme
 * @property {() => Promise<MenuItem[]>} connections
 * @property {() => Promise<MenuItem[]>} more
 */

/**
 * @param {import('./app_state.js').AppState} state
 * @param {Actions} actions
 */
export function startTopBar(state, { toggleHistory, newConversation, changeTheme, connections, more }) {
  const history = byId('bar-history', HTMLButtonElement);
  history.addEventListener('click', toggleHistory);
  byId('bar-new', HTMLButtonElement).addEventListener('click', newConversation);
  byId('bar-theme', HTMLButtonElement).addEventListener('click', changeTheme);
  new MenuButton(byId('bar-connection', HTMLButtonElement), connections);
  new MenuButton(byId('bar-more', HTMLButtonElement), more);
  state.watch(['historyOpen'], ({ historyOpen }) => history.setAttribute('aria-expanded', String(historyOpen)));
  state.watch(['chatFailed'], ({ chatFailed }) => history.setAttribute('aria-disabled', String(chatFailed)));
}

/**
 * Draw what Python and the conversation say, from now on.
 * @param {import('./app_state.js').AppState} state
 */
export function followTopBar(state) {
  const connection = byId('bar-connection', HTMLButtonElement);
  const title = byId('bar-title', HTMLElement);
  const theme = byId('bar-theme', HTMLButtonElement);
  state.watch(['connectionLabel', 'agentLabel'], ({ connectionLabel, agentLabel }) => {
    byId('bar-connection-name', HTMLElement).textContent = connectionLabel;
    byId('bar-agent', HTMLElement).textContent = agentLabel;
  });
  state.watch(['chatHost', 'chatFailed', 'busy', 'connectionLabel', 'agentLabel'], (values) => {
    const light = connectionLight(values);
    const { connectionLabel, agentLabel } = values;
    connection.dataset.light = light;
    const words = { connection: connectionLabel, agent: agentLabel, state: textFor('shell.light', light, light) };
    name(connection, text('shell.bar.connection', words));
  });
  state.watch(['title', 'productName'], (values) => {
    title.textContent = values.title || values.productName;
    title.title = values.title;
    title.classList.toggle('for-readers', values.title === '');
  });
  // Read aloud is what changes in a region that is there.
  state.watch(['microphoneUsed', 'agentLabel'], ({ microphoneUsed, agentLabel }) => {
    const words = text('shell.bar.microphone', { agent: agentLabel });
    const told = element('span', { class: 'bar-microphone-word' }, words);
    byId('bar-microphone', HTMLElement).replaceChildren(...(microphoneUsed ? [icon('microphone'), told] : []));
  });
  state.watch(['themeChoice'], ({ themeChoice }) => {
    theme.dataset.choice = themeChoice;
    name(theme, text('shell.bar.theme', { theme: textFor('shell.theme', themeChoice, themeChoice) }));
  });
}

/**
 * @param {HTMLElement} control
 * @param {string} words
 */
function name(control, words) {
  control.setAttribute('aria-label', words);
  control.title = words;
}
