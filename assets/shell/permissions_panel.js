// @ts-check
/**
 * The sheet of permissions: what agents may do without asking, each to be taken back, and what they have asked for.
 *
 * Python remembers both; the ledger has no contents, so nothing of a conversation can be read here. Both are read again
 * once a question was answered or a call has ended.
 */
import { armedButton } from './armed_button.js';
import { button, element, skeletonLines } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text, textFor } from './strings.js';
import { visibleText } from './visible_text.js';

/**
 * @typedef {import('./contract.js').Commands['tool.grants']['returns']['grants'][number]} Grant
 * @typedef {import('./contract.js').Commands['tool.ledger']['returns']['calls'][number]} Call
 * @typedef {import('./contract.js').Commands['connection.list']['returns']['connections'][number]} Connection
 * @typedef {{label: string, rows: HTMLElement[]}} Group
 */

/** A thousand rows at once would be seen by nobody, and felt by everybody. */
const ROWS_AT_ONCE = 100;
/** What else a call was decided by is why it did not run, and says it all. */
const ALLOWED = new Set(['nobody', 'once', 'session', 'always']);

/** @param {import('./sheets.js').PanelContext} context */
export function panel(context) {
  const grants = new GrantsView(context);
  const ledger = new LedgerView(context);
  return {
    content: [element('div', { class: 'permissions' }, grants.root, ledger.root)],
    callsChanged: () => {
      void grants.read();
      void ledger.read();
    },
  };
}

class GrantsView {
  #heading = element('h3', { id: 'grants-title', tabindex: '-1' }, text('shell.permissions.allowed'));
  #told = element('p', { class: 'quiet', role: 'status' });
  #place = element('div', { class: 'permissions' }, loading());

  /** @param {import('./sheets.js').PanelContext} context */
  constructor(context) {
    this.context = context;
    this.root = element('section', { 'aria-labelledby': 'grants-title' }, this.#heading, this.#told, this.#place);
    void this.read();
  }

  async read() {
    try {
      const [{ grants }, { connections }] = await Promise.all([
        this.context.bridge.call('tool.grants', {}),
        this.context.bridge.call('connection.list', {}),
      ]);
      const held = this.#place.contains(document.activeElement);
      this.#draw(grants, connections);
      // What had the keyboard was drawn anew.
      if (held) this.#heading.focus();
    } catch (error) {
      this.#place.replaceChildren(failure(error, () => void this.read()));
    }
  }

  /**
   * @param {Grant[]} grants
   * @param {Connection[]} connections
   */
  #draw(grants, connections) {
    const groups = connections
      .map((each) => ({ label: each.label, rows: this.#rowsOf(each, grants) }))
      .filter(({ rows }) => rows.length > 0);
    const none = element('p', { class: 'quiet' }, text('shell.permissions.none'));
    const all = button(
      { class: 'button' },
      () => void this.#takeBack(() => this.#forgetAll(connections)),
      text('shell.permissions.revoke_all'),
    );
    this.#place.replaceChildren(
      ...(groups.length > 0 ? [...groups.map(drawGroup), element('div', { class: 'actions' }, all)] : [none]),
    );
  }

  /**
   * @param {Connection} connection
   * @param {Grant[]} grants
   */
  #rowsOf({ id, label, microphone }, grants) {
    const rows = grants
      .filter(({ connection }) => connection === id)
      .map(({ tool, sentence, lasts }) => {
        const revoke = () => this.context.bridge.call('tool.revoke', { connection: id, tool });
        return row(sentence, textFor('shell.permissions.lasts', lasts, lasts), [
          button(
            { class: 'button', 'aria-label': text('shell.permissions.revoke_one', { what: sentence, name: label }) },
            () => void this.#takeBack(revoke),
            text('shell.permissions.revoke'),
          ),
        ]);
      });
    if (microphone === 'ask') return rows;
    const forget = button(
      { class: 'button' },
      () => void this.#takeBack(() => this.#forgetMicrophone(id)),
      text('shell.look.microphone.forget'),
    );
    const said = textFor('shell.permissions.microphone', microphone, microphone);
    return [...rows, row(text('shell.prompt.microphone'), said, [forget])];
  }

  /** @param {Connection[]} connections */
  async #forgetAll(connections) {
    await this.context.bridge.call('tool.revoke', { connection: null, tool: null });
    for (const { id, microphone } of connections) if (microphone !== 'ask') await this.#forgetMicrophone(id);
  }

  /** @param {string} id */
  async #forgetMicrophone(id) {
    const { connection } = await this.context.bridge.call('microphone.forget', { id });
    // A document that was let in hears until it is gone.
    if (this.context.state.values.connectionId === id) this.context.connected(connection, false);
  }

  /** @param {() => Promise<unknown>} forget */
  async #takeBack(forget) {
    try {
      await forget();
      this.#told.textContent = text('shell.permissions.revoked');
    } catch (error) {
      this.#tell(error);
    }
    await this.read();
    // The button that was pressed is gone.
    this.#heading.focus();
  }

  /** @param {unknown} error */
  #tell(error) {
    this.#told.textContent = inOneLine(error);
  }
}

class LedgerView {
  #heading = element('h3', { id: 'ledger-title', tabindex: '-1' }, text('shell.permissions.ledger'));
  #told = element('p', { class: 'quiet', role: 'status' });
  #list = element('ul', { class: 'permission-list', 'aria-labelledby': 'ledger-title' });
  #more = button({ class: 'button' }, () => this.#showMore(true), text('shell.permissions.more'));
  #clear = button({ class: 'button' }, () => this.#askToForget(), text('shell.permissions.clear'));
  #actions = element('div', { class: 'actions' });
  /** @type {Call[]} */
  #calls = [];
  /** @type {Map<string, string>} */
  #sentences = new Map();

  /** @param {import('./sheets.js').PanelContext} context */
  constructor(context) {
    this.context = context;
    this.time = new Intl.DateTimeFormat(context.state.values.locale, { dateStyle: 'medium', timeStyle: 'short' });
    this.root = element(
      'section',
      { 'aria-labelledby': 'ledger-title' },
      this.#heading,
      element('p', { class: 'quiet' }, text('shell.permissions.ledger_note')),
      this.#told,
      this.#list,
      this.#actions,
    );
    this.#told.replaceChildren(loading());
    void this.read();
  }

  async read() {
    try {
      const [{ calls }, { tools }] = await Promise.all([
        this.context.bridge.call('tool.ledger', {}),
        this.context.bridge.call('tool.list', {}),
      ]);
      this.#sentences = new Map(tools.map(({ name, sentence }) => [name, sentence]));
      this.#draw(calls);
    } catch (error) {
      this.#told.replaceChildren(failure(error, () => void this.read()));
    }
  }

  /** @param {Call[]} calls */
  #draw(calls) {
    const shown = Math.max(this.#list.childElementCount, ROWS_AT_ONCE);
    this.#calls = calls;
    this.#list.replaceChildren();
    this.#told.textContent = calls.length > 0 ? '' : text('shell.permissions.ledger_none');
    // Who is at one of the buttons, or is just asked about them, goes on there.
    if (this.#actions.childElementCount === 0 || calls.length === 0) this.#offer(this.#more, this.#clear);
    this.#clear.hidden = calls.length === 0;
    while (this.#list.childElementCount < Math.min(shown, calls.length)) this.#showMore();
    this.#more.hidden = this.#list.childElementCount >= calls.length;
  }

  /** @param {...(Node | string)} actions */
  #offer(...actions) {
    this.#actions.replaceChildren(...actions);
  }

  /** What it deletes is gone: that takes a second press, and not one that was meant for the first. */
  #askToForget() {
    const keep = button({ class: 'button shows-focus' }, () => this.#keep(), text('shell.permissions.clear_not'));
    this.#offer(
      element('p', { class: 'quiet', role: 'alert' }, text('shell.permissions.clear_sure')),
      keep,
      armedButton({ class: 'button' }, () => void this.#forget(), text('shell.permissions.clear_really')),
    );
    keep.focus();
    this.#actions.scrollIntoView({ block: 'nearest' });
  }

  #keep() {
    this.#offer(this.#more, this.#clear);
    this.#clear.focus();
  }

  #showMore(isAsked = false) {
    const shown = this.#list.childElementCount;
    const rows = this.#calls.slice(shown, shown + ROWS_AT_ONCE).map((each) => this.#row(each));
    this.#list.append(...rows);
    this.#more.hidden = this.#list.childElementCount >= this.#calls.length;
    if (isAsked && this.#more.hidden) this.#clear.focus();
  }

  /** @param {Call} call */
  #row({ at, tool, agent, touches, decided, outcome, times }) {
    const what = tool === '' ? text('shell.permissions.unknown_tool') : (this.#sentences.get(tool) ?? tool);
    const isTold = !ALLOWED.has(decided) || outcome === 'ok';
    const facts = [
      this.time.format(at * 1000),
      agent,
      ...touches.map((each) => textFor('shell.permissions.touches', each, each)),
      textFor('shell.permissions.decided', decided, decided.replaceAll('_', ' ')),
      times > 1 ? text('shell.permissions.times', { count: times }) : '',
      isTold ? '' : textFor('error', `${outcome}.sentence`, outcome),
    ];
    return row(what, facts.filter((each) => each !== '').join(' · '));
  }

  async #forget() {
    try {
      await this.context.bridge.call('tool.ledger_clear', {});
      this.#draw([]);
    } catch (error) {
      this.#told.replaceChildren(failure(error, () => void this.#forget()));
    }
    this.#heading.focus();
  }
}

/** Three lines where the rows will be; that is no news for who hears it. */
function loading() {
  return skeletonLines('span', { 'aria-hidden': 'true' });
}

/**
 * What went wrong, what helps, and a way to try again.
 * @param {unknown} error
 * @param {() => void} again
 */
function failure(error, again) {
  return element(
    'span',
    { class: 'permission-failure', role: 'alert' },
    inOneLine(error),
    button({ class: 'button' }, again, text('shell.problem.retry')),
  );
}

/** @param {Group} group */
function drawGroup({ label, rows }) {
  const name = visibleText(label);
  return element(
    'div',
    { class: 'permission-group' },
    element('h4', {}, name),
    element('ul', { class: 'permission-list', 'aria-label': name }, ...rows),
  );
}

/**
 * @param {string} what
 * @param {string} detail
 * @param {HTMLElement[]} actions
 */
function row(what, detail, actions = []) {
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'permission-words' },
      element('span', {}, visibleText(what)),
      element('span', { class: 'quiet' }, visibleText(detail)),
    ),
    ...actions,
  );
}
