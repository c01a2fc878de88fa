// @ts-check
/**
 * Which sheets there are, how one comes to them, and that their modules are loaded before anybody needs them.
 *
 * They are not part of the first frame, so they are fetched once the conversation can be used.
 */
import { questionStands } from './dialog.js';
import { showSheet } from './sheet.js';
import { text, textFor } from './strings.js';

/**
 * @typedef {import('./contract.js').Commands['connection.select']['returns']['connection']} Shown
 *
 * @typedef {object} Context
 * @property {Pick<typeof import('./bridge.js').bridge, 'call' | 'on'>} bridge
 * @property {import('./app_state.js').AppState} state
 * @property {import('./problem_strip.js').ProblemStrip} strip
 * @property {(connection: Shown, goesOn: boolean) => void} connected   another agent is talked to, or looks another way
 *
 * @typedef {Context & {open: (name: Name) => void, part: string}} PanelContext
 *
 * @typedef {object} Panel
 * @property {Node[]} content
 * @property {(key: string, value: unknown) => void} [settingChanged]
 * @property {(made: import('./contract.js').Events['export.changed']['export']) => boolean} [exportChanged]
 *   whether it is told there
 * @property {() => void} [callsChanged]   a question was answered, or a call of a tool has ended
 * @property {() => boolean} [holdsTyped]   something was typed that a press beside the sheet would lose
 * @property {() => void} [closed]
 *
 * @typedef {'connections' | 'permissions' | 'settings' | 'diagnostics' | 'shortcuts' | 'about' | 'log'} Name
 */

/** @type {Record<Name, () => Promise<{panel: (context: PanelContext) => Panel}>>} */
const MODULES = {
  connections: () => import('./connections_panel.js'),
  permissions: () => import('./permissions_panel.js'),
  settings: () => import('./settings_panel.js'),
  diagnostics: () => import('./diagnostics_panel.js'),
  shortcuts: () => import('./shortcuts_panel.js'),
  about: () => import('./about_panel.js'),
  log: () => import('./log_panel.js'),
};
const NAMES = /** @type {Name[]} */ (Object.keys(MODULES));
const FOR_DEVELOPERS = new Set(['log']);

export class Sheets {
  /** @type {Panel | null} */
  #shown = null;

  /**
   * @param {Context} context
   * @param {typeof MODULES} [modules]
   */
  constructor(context, modules = MODULES) {
    this.context = context;
    this.modules = modules;
  }

  /** Fetch them all; one that cannot be had says so when it is wanted. */
  async load() {
    await Promise.allSettled(this.#names().map((name) => this.modules[name]()));
  }

  #names() {
    return NAMES.filter((name) => this.context.state.values.development || !FOR_DEVELOPERS.has(name));
  }

  /**
   * Show a sheet, whoever asks for it: what was typed into the one that is open does not go for that.
   * @param {Name} name
   * @param {string} [part]  of the sheet, to begin with
   */
  async show(name, part = '') {
    if (this.#shown?.holdsTyped?.() !== true) await this.#fetch(name, part);
  }

  /**
   * @param {Name} name
   * @param {string} part
   */
  async #fetch(name, part) {
    if (!this.#names().includes(name)) return;
    try {
      this.#open(name, part, await this.modules[name]());
    } catch (error) {
      this.context.strip.showError('sheet', error);
    }
  }

  /**
   * @param {Name} name
   * @param {string} part
   * @param {{panel: (context: PanelContext) => Panel}} module
   */
  #open(name, part, { panel }) {
    if (questionStands()) return;
    const made = panel({ ...this.context, part, open: (other) => void this.#fetch(other, '') });
    const title = text(`shell.more.${name}`, { name: this.context.state.values.productName });
    const ended = () => {
      if (this.#shown === made) this.#shown = null;
      made.closed?.();
    };
    showSheet(title, made.content, ended, () => !made.holdsTyped?.());
    this.#shown = made;
  }

  /**
   * A setting has a new value, whoever changed it.
   * @param {string} key
   * @param {unknown} value
   */
  settingChanged(key, value) {
    this.#shown?.settingChanged?.(key, value);
  }

  callsChanged() {
    this.#shown?.callsChanged?.();
  }

  /**
   * The saving of conversations is a step further; whoever has closed the sheet hears how it ended.
   * @param {import('./contract.js').Events['export.changed']['export']} made
   */
  exportChanged(made) {
    if (this.#shown?.exportChanged?.(made) || (made.state !== 'ended' && made.state !== 'failed')) return;
    const { strip, bridge } = this.context;
    const show = () => void bridge.call('export.show', {}).catch((error) => strip.showError('export', error));
    strip.show({
      id: 'export',
      kind: made.state === 'ended' ? 'info' : 'warning',
      sentence: made.message,
      hint: made.hint,
      action: made.done > 0 ? { label: text('shell.export.show'), run: show } : undefined,
      canClose: true,
    });
  }

  /**
   * What the menu of the bar offers.
   * @returns {import('./menu.js').MenuItem[]}
   */
  items() {
    const { productName } = this.context.state.values;
    return this.#names().map((name) => ({
      label: text(`shell.more.${name}`, { name: productName }),
      choose: () => void this.show(name),
    }));
  }

  /**
   * What one can talk to, and how that is.
   * @returns {Promise<import('./menu.js').MenuItem[]>}
   */
  async connectionItems() {
    const diagnostics = {
      label: text('shell.more.diagnostics'),
      choose: () => void this.show('diagnostics'),
    };
    const add = {
      label: text('shell.connections.manage'),
      choose: () => void this.show('connections'),
      apart: true,
    };
    try {
      const { connections, selected } = await this.context.bridge.call('connection.list', {});
      const rows = connections.map(({ id, label, kind }) => ({
        label,
        detail: textFor('shell.connections.kind', kind, kind),
        checked: id === selected,
        choose: () => void this.#select(id, selected),
      }));
      return [...rows, add, diagnostics];
    } catch (error) {
      this.context.strip.showError('connections', error);
      return [diagnostics];
    }
  }

  /**
   * @param {string} id
   * @param {string} selected
   */
  async #select(id, selected) {
    if (id === selected) return;
    try {
      await (await import('./connections_panel.js')).select(this.context, id);
    } catch (error) {
      this.context.strip.showError('connections', error);
    }
  }
}
