// @ts-check
/**
 * The sheet of connections: what one can talk to, how a new one is described, tried and kept, and where its key is.
 *
 * Python checks every description and reaches the agent for real before it is kept; what failed is said under the
 * fields, in its words. A key goes to Python and never comes back: the sheet only says where it is.
 */
import { PLAIN_LOOK, onlyLooksDiffer } from './chat_look.js';
import { button, byId, element } from './dom.js';
import { ExportSection } from './export_section.js';
import { formField, selectField } from './form_field.js';
import { holdUntil, isHeld, worthAsking } from './held_button.js';
import { LookSection } from './look_section.js';
import { inOneLine, wordsFor } from './problem_strip.js';
import { closeSheet } from './sheet.js';
import { text, textFor } from './strings.js';
import { faultOfUrl, faultOfWorkflowId, refusedField } from './typed_faults.js';

/**
 * @typedef {import('./contract.js').Commands['connection.save']['args']['connection']} Connection
 * @typedef {import('./contract.js').Commands['connection.save']['returns']['kept']} Kept   where a key is
 * @typedef {Exclude<Connection['kind'], 'local'>} Kind
 * @typedef {'workflow_id' | 'url' | 'secret' | 'header_name' | 'interface' | 'domain_key' | 'label'} FieldName
 * @typedef {{name: FieldName, root: HTMLElement, input: HTMLInputElement | HTMLSelectElement}} Field
 */

/** What each kind asks, in this order; what is not needed to talk to the agent comes last. */
/** @type {Record<Kind, FieldName[]>} */
const FIELDS = {
  workflow: ['workflow_id', 'secret', 'label'],
  session_service: ['url', 'workflow_id', 'secret', 'label'],
  server: ['url', 'secret', 'header_name', 'interface', 'domain_key', 'label'],
};
const KINDS = /** @type {const} */ (['workflow', 'session_service', 'server']);

/** @type {Partial<Record<FieldName, (typed: string) => string>>} */
const FAULT_OF = { workflow_id: faultOfWorkflowId, url: faultOfUrl };

/**
 * @param {import('./sheets.js').PanelContext} context
 * @returns {import('./sheets.js').Panel}
 */
export function panel(context) {
  const place = element('div', { class: 'connections' });
  const waiting = element('p', { class: 'sheet-notice', role: 'status' });
  const ended = context.state.watch(['keyringNotice'], ({ keyringNotice }) => (waiting.textContent = keyringNotice));
  const connections = new Connections(context, place);
  const kind = KINDS.find((each) => each === context.part);
  if (kind === undefined) void connections.showList();
  else connections.showForm(blank(kind));
  return {
    content: [waiting, place],
    exportChanged: (made) => connections.drawExport(made),
    holdsTyped: () => connections.form?.isTyped === true,
    closed: ended,
  };
}

class Connections {
  /** @type {ExportSection | null} */
  exports = null;
  /** @type {ConnectionForm | null} */
  form = null;

  /**
   * @param {import('./sheets.js').PanelContext} context
   * @param {HTMLElement} place
   */
  constructor(context, place) {
    this.context = context;
    this.place = place;
  }

  /**
   * @param {import('./export_section.js').Export} made
   * @returns {boolean}  whether there is a place for it now
   */
  drawExport(made) {
    this.exports?.draw(made);
    return this.exports !== null;
  }

  /** @param {string} [said]  about what was done to it */
  async showList(said = '') {
    try {
      const { connections, selected } = await this.context.bridge.call('connection.list', {});
      this.exports = null;
      this.form = null;
      this.context.state.set({ hasConnections: connections.length > 1 });
      const rows = connections.map((each) => this.#row(each, each.id === selected));
      const offers = KINDS.map((kind) => element('li', {}, offer(kind, () => this.showForm(blank(kind)))));
      this.place.replaceChildren(
        element('ul', { class: 'connection-list', 'aria-label': text('shell.connections.known') }, ...rows),
        element('h3', { id: 'connections-add' }, text('shell.connections.add')),
        element('ul', { class: 'connection-list', 'aria-labelledby': 'connections-add' }, ...offers),
        this.#exchange(connections.some(({ id }) => id !== 'local' && id !== 'given'), said),
      );
    } catch (error) {
      this.context.strip.showError('connections', error);
    }
  }

  async #goBack() {
    await this.showList();
    this.place.querySelector('button')?.focus();
  }

  /**
   * Descriptions go to another computer as a file, without any key.
   * @param {boolean} hasOwn
   * @param {string} said
   */
  #exchange(hasOwn, said) {
    const told = element('p', { class: 'quiet', role: 'status' });
    // Read aloud is only what changes in a region that is there.
    setTimeout(() => (told.textContent = said));
    /** @param {() => Promise<string>} work */
    const run = async (work) => {
      try {
        told.textContent = await work();
      } catch (error) {
        told.textContent = inOneLine(error);
      }
    };
    const exporting = async () => {
      const { count } = await this.context.bridge.call('connection.export', {});
      return text('shell.connections.exported', { count: String(count) });
    };
    const importing = async () => {
      const { count } = await this.context.bridge.call('connection.import', {});
      if (count === null) return '';
      if (count === 0) return text('shell.connections.imported_none');
      const done = text('shell.connections.imported', { count: String(count) });
      await this.showList(done);
      byId('connections-import', HTMLButtonElement).focus();
      return done;
    };
    return element(
      'div',
      { class: 'exchange' },
      told,
      element(
        'div',
        { class: 'actions' },
        button({ id: 'connections-import', class: 'button' }, () => void run(importing), text('shell.connections.import')),
        hasOwn && button({ class: 'button' }, () => void run(exporting), text('shell.connections.export')),
      ),
    );
  }

  /** @param {Connection} connection */
  showForm(connection) {
    const form = new ConnectionForm(connection, this.context, () => void this.#goBack());
    this.form = form;
    const { id, kind } = connection;
    this.exports = kind === 'workflow' && id !== '' ? new ExportSection(this.context, id) : null;
    this.place.replaceChildren(form.root, ...(this.exports === null ? [] : [this.exports.root]));
    // A sheet that only opens takes the focus itself, once it is there.
    queueMicrotask(() => form.focus());
  }

  /**
   * @param {Connection} connection
   * @param {boolean} isSelected
   */
  #row(connection, isSelected) {
    const { id, kind, label } = connection;
    const kindName = textFor('shell.connections.kind', kind, kind);
    const choose = twoLines(label, kindName, () => void select(this.context, id));
    choose.setAttribute('aria-pressed', String(isSelected));
    const change = button(
      { class: 'button', 'aria-label': text('shell.connections.change_one', { name: label }) },
      () => this.showForm(connection),
      text('shell.connections.change'),
    );
    return element('li', {}, choose, kind === 'local' ? null : change);
  }
}

/**
 * @param {Kind} kind
 * @param {() => void} press
 */
function offer(kind, press) {
  const name = textFor('shell.connections.kind', kind, kind);
  const made = twoLines(name, textFor('shell.connections.needs', kind, kind), press);
  made.classList.add('is-offered');
  return made;
}

/**
 * @param {string} name
 * @param {string} detail
 * @param {() => void} press
 */
function twoLines(name, detail, press) {
  return button(
    { class: 'connection-choose' },
    press,
    element('span', { class: 'connection-name' }, name),
    element('span', { class: 'quiet' }, detail),
  );
}

/**
 * Talk to another agent.
 * @param {import('./sheets.js').Context} context
 * @param {string} id
 * @param {boolean} [goesOn]   it is the one that is talked to, and only looks another way
 */
export async function select({ bridge, strip, connected }, id, goesOn = false) {
  try {
    const { connection } = await bridge.call('connection.select', { id });
    closeSheet();
    connected(connection, goesOn);
  } catch (error) {
    strip.showError('connections', error);
  }
}

/**
 * What was pasted here can be pasted anywhere: once the key is kept, nobody needs it there.
 * @param {import('./problem_strip.js').ProblemStrip} strip
 */
function offerToClearClipboard(strip) {
  const id = 'clipboard';
  const clear = async () => {
    try {
      // Whether the key is still there is not looked at: no page may read the clipboard. Nothing at all is not copied.
      await navigator.clipboard.writeText(' ');
      strip.clear(id);
    } catch {
      strip.show({ id, kind: 'warning', sentence: text('shell.clipboard.not_cleared'), canClose: true });
    }
  };
  strip.show({
    id,
    kind: 'info',
    sentence: text('shell.clipboard.has_key'),
    hint: text('shell.clipboard.has_key_hint'),
    action: { label: text('shell.clipboard.clear'), run: () => void clear() },
    canClose: true,
  });
}

/**
 * A key that is not in the keyring is gone after the program's end: whoever typed it hears so at once.
 * @param {import('./problem_strip.js').ProblemStrip} strip
 * @param {string} connectionId
 * @param {Kept} kept
 */
function tellWhereKeyIs(strip, connectionId, { source, message, hint }) {
  const id = keyProblem(connectionId);
  if (source === 'keyring') strip.clear(id);
  else strip.show({ id, kind: 'warning', sentence: message, hint, canClose: true });
}

/** @param {string} connectionId */
function keyProblem(connectionId) {
  return `key_of_${connectionId}`;
}

/** A description while it is typed. */
class ConnectionForm {
  /** @type {Field[]} */
  #fields;
  /** @type {LookSection} */
  #look;
  #outcome = element('div', { class: 'outcome', role: 'alert' });
  #kept = element('p', { class: 'quiet', role: 'status' });
  #progress = element('p', { class: 'for-readers', role: 'status' });
  #connect;
  #wasPasted = false;
  /** There is something here that would be lost. */
  isTyped = false;

  /**
   * @param {Connection} connection
   * @param {import('./sheets.js').PanelContext} context
   * @param {() => void} back
   */
  constructor(connection, context, back) {
    this.connection = connection;
    this.context = context;
    const { kind, id } = connection;
    this.#fields = FIELDS[/** @type {Kind} */ (kind)].map((name) => makeField(name, connection));
    this.#inputOf('secret')?.addEventListener('paste', () => (this.#wasPasted = true));
    // A form with several fields takes Enter only where a button submits it.
    const look = { type: 'submit', class: 'button button-main' };
    this.#connect = element('button', look, text('shell.connections.connect'));
    this.#look = new LookSection(connection.chat, kind !== 'server', this.#microphone());
    const form = element(
      'form',
      { class: 'connection-form', novalidate: true, 'aria-label': textFor('shell.connections.kind', kind, kind) },
      element('h3', {}, textFor('shell.connections.kind', kind, kind)),
      this.#isGiven && element('p', { class: 'quiet' }, text('shell.connections.given')),
      kind === 'workflow' && element('p', { class: 'quiet' }, text('shell.connections.end_of_hosting')),
      ...this.#fields.map(({ root }) => root),
      this.#kept,
      this.#look.root,
      this.#progress,
      this.#outcome,
      element(
        'div',
        { class: 'actions' },
        button({ class: 'button' }, back, text('shell.connections.back')),
        id === '' ? null : button({ class: 'button' }, () => context.open('permissions'), text('shell.more.permissions')),
        id === '' || this.#isGiven ? null : this.#remover(back),
        this.#connect,
      ),
    );
    form.addEventListener('input', () => (this.isTyped = true));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#try();
    });
    this.root = form;
    if (id !== '') void this.#showKept();
  }

  /** It is described elsewhere: it is not removed here, and what fails the test is not kept as another one. */
  get #isGiven() {
    return this.connection.id === 'given';
  }

  focus() {
    this.#fields[0]?.input.focus();
  }

  /** @param {string | undefined} name */
  #inputOf(name) {
    return this.#fields.find((field) => field.name === name)?.input;
  }

  /** @returns {{connection: Connection, secret: string}} */
  #described() {
    /** @param {FieldName} name */
    const typed = (name) => this.#inputOf(name)?.value.trim() ?? '';
    const label = typed('label');
    return {
      connection: {
        ...this.connection,
        label,
        agent_label: label,
        workflow_id: typed('workflow_id'),
        url: typed('url'),
        header_name: typed('header_name'),
        domain_key: typed('domain_key'),
        interface: typed('interface') === 'official' ? 'official' : 'automatic',
        chat: this.#look.value,
      },
      secret: typed('secret'),
    };
  }

  /** Reach the agent, keep it and talk to it; what fails is said, and can be kept for later all the same. */
  async #try() {
    if (isHeld(this.#connect)) return;
    let heldUntil = 0;
    this.#busy(true);
    try {
      await this.context.bridge.call('connection.test', this.#described());
      await this.#keep();
    } catch (error) {
      this.#tell(error, this.#offerToKeep(error));
      heldUntil = worthAsking(error);
    } finally {
      this.#busy(false);
      holdUntil(this.#connect, heldUntil);
    }
  }

  async #keep() {
    // What was not changed is there already.
    if (this.#isGiven && !this.isTyped) return select(this.context, this.connection.id);
    try {
      const described = this.#described();
      const { connection, kept } = await this.context.bridge.call('connection.save', described);
      const isShown = this.context.state.values.connectionId === connection.id;
      const goesOn = isShown && described.secret === '' && onlyLooksDiffer(this.connection, connection);
      await select(this.context, connection.id, goesOn);
      if (described.secret !== '') tellWhereKeyIs(this.context.strip, connection.id, kept);
      if (this.#wasPasted) offerToClearClipboard(this.context.strip);
    } catch (error) {
      this.#tell(error);
    }
  }

  /** @param {boolean} isBusy */
  #busy(isBusy) {
    this.#connect.setAttribute('aria-disabled', String(isBusy));
    this.#connect.textContent = isBusy ? text('shell.connections.trying') : text('shell.connections.connect');
    // The name of a button that changes is read to nobody.
    this.#progress.textContent = isBusy ? text('shell.connections.trying') : '';
    if (isBusy) this.#outcome.replaceChildren();
  }

  /**
   * @param {unknown} error
   * @param {HTMLElement | false} [wayOn]
   */
  #tell(error, wayOn = false) {
    const { sentence, hint } = wordsFor(error);
    this.#outcome.replaceChildren(
      element('p', { class: 'outcome-sentence' }, sentence),
      ...(hint ? [element('p', { class: 'quiet' }, hint)] : []),
      ...(wayOn ? [wayOn] : []),
    );
    this.#pointAt(this.#inputOf(refusedField(sentence)));
  }

  /**
   * Whoever types there again is told anew what is wrong.
   * @param {HTMLElement} [input]
   */
  #pointAt(input) {
    input?.setAttribute('aria-invalid', 'true');
    input?.focus();
  }

  /**
   * What was described wrongly would not be kept either.
   * @param {any} error
   */
  #offerToKeep(error) {
    if (this.#isGiven || ['connection_unusable', 'invalid'].includes(error?.code)) return false;
    return button({ class: 'button' }, () => void this.#keep(), text('shell.connections.keep'));
  }

  async #showKept() {
    try {
      this.#drawKept(await this.context.bridge.call('secret.status', { id: this.connection.id }));
    } catch (error) {
      this.#tell(error);
    }
  }

  /** @param {{kept: Kept}} status */
  #drawKept({ kept: { source, message, hint } }) {
    const forget = button({ class: 'button' }, () => void this.#forget(), text('shell.connections.forget'));
    this.#kept.replaceChildren(`${message} ${hint} `, ...(source === 'keyring' || source === 'session' ? [forget] : []));
  }

  async #forget() {
    try {
      this.#drawKept(await this.context.bridge.call('secret.forget', { id: this.connection.id }));
      this.context.strip.clear(keyProblem(this.connection.id));
      // The button that was pressed is gone.
      this.#inputOf('secret')?.focus();
    } catch (error) {
      this.#tell(error);
    }
  }

  /** What was said about the microphone, and the way to take it back. */
  #microphone() {
    const { id, microphone } = this.connection;
    if (microphone === 'ask') return null;
    const words = textFor('shell.look.microphone', microphone, microphone);
    const said = element('p', { class: 'quiet', role: 'status' }, `${words} `);
    const forget = async () => {
      try {
        const { connection } = await this.context.bridge.call('microphone.forget', { id });
        said.textContent = text('shell.look.microphone.ask');
        // The button that was pressed is gone.
        this.#look.focusDictation();
        // A document that was let in hears until it is gone.
        if (this.context.state.values.connectionId === id) this.context.connected(connection, false);
      } catch (error) {
        this.#tell(error);
      }
    };
    said.append(button({ class: 'button' }, () => void forget(), text('shell.look.microphone.forget')));
    return said;
  }

  /**
   * Asked twice: what is removed is gone, and its key with it.
   * @param {() => void} back
   */
  #remover(back) {
    const pressed = () => {
      if (remove.dataset.sure !== undefined) return void this.#remove(back, false);
      remove.dataset.sure = '';
      remove.textContent = text('shell.connections.remove_sure');
    };
    const remove = button({ class: 'button button-danger' }, pressed, text('shell.connections.remove'));
    return remove;
  }

  /**
   * @param {() => void} back
   * @param {boolean} withoutKey   which then stays where it is
   */
  async #remove(back, withoutKey) {
    const { id } = this.connection;
    try {
      const { connection } = await this.context.bridge.call('connection.remove', { id, without_key: withoutKey });
      this.context.strip.clear(keyProblem(id));
      if (this.context.state.values.connectionId === id) this.context.connected(connection, false);
      back();
    } catch (error) {
      this.#tell(error, this.#offerToLeaveKey(error, back));
    }
  }

  /**
   * A keyring that does not give the key away keeps nobody from the rest.
   * @param {any} error
   * @param {() => void} back
   */
  #offerToLeaveKey(error, back) {
    if (!String(error?.code).startsWith('keyring_')) return false;
    const leave = () => void this.#remove(back, true);
    return button({ class: 'button button-danger' }, leave, text('shell.connections.remove_without_key'));
  }
}

/**
 * @param {FieldName} name
 * @param {Connection} connection
 * @returns {Field}
 */
function makeField(name, connection) {
  const isSecret = name === 'secret';
  const input = name === 'interface' ? interfaceChoice() : textInput(name, isSecret);
  if (!isSecret) input.value = valueOf(name, connection);
  const said = isSecret ? `secret_${connection.kind}` : name;
  const label = textFor('shell.connections.field', `${said}.label`, name);
  const root = formField(input, label, textFor('shell.connections.field', `${said}.help`, ''), FAULT_OF[name]);
  return { name, root, input };
}

/**
 * @param {Exclude<FieldName, 'secret'>} name
 * @param {Connection} connection
 */
function valueOf(name, connection) {
  // For a server, automatic is this program's own.
  return name === 'interface' && connection.interface !== 'official' ? 'automatic' : connection[name];
}

/**
 * @param {FieldName} name
 * @param {boolean} isSecret
 */
function textInput(name, isSecret) {
  const type = isSecret ? 'password' : 'text';
  return element('input', { id: `connection-${name}`, class: 'field', type, autocomplete: 'off', spellcheck: 'false' });
}

function interfaceChoice() {
  return selectField('connection-interface', [
    ['automatic', text('shell.connections.interface.builtin')],
    ['official', text('shell.connections.interface.official')],
  ]);
}

/**
 * @param {Kind} kind
 * @returns {Connection}
 */
function blank(kind) {
  const empty = { id: '', label: '', agent_label: '', workflow_id: '', url: '', domain_key: '', header_name: '' };
  return { ...empty, kind, interface: 'automatic', chat: { ...PLAIN_LOOK }, microphone: 'ask' };
}
