// @ts-check
/**
 * Takes what a person gives the shell to attach, and hands it to the chat: files that are dropped or pasted outside of
 * the chat's own document, and those that Python has, from the command line or from an engine that keeps files from its
 * pages.
 *
 * Whatever the connection does not take is left out with a sentence; the rest goes on. While there is no chat to take
 * them, files wait. What Python has is fetched once, at an address that is good for a moment.
 */
import { attachmentLimits, limitOf } from './attachment_limits.js';
import { element } from './dom.js';
import { text } from './strings.js';
import { visibleText } from './visible_text.js';

const MOST_SENTENCES = 3;
const MOST_NAME_CHARACTERS = 60;
/** Sooner than one could read it, nothing is said about what is being read. */
const NOTICED_BYTES = 5 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
const PROBLEM = 'attach';
const PROGRESS = 'attach_progress';

/**
 * @typedef {object} Parts
 * @property {Pick<typeof import('./bridge.js').bridge, 'call' | 'on'>} bridge
 * @property {import('./app_state.js').AppState} state
 * @property {import('./problem_strip.js').ProblemStrip} strip
 * @property {(files: File[]) => void} attach   hands files to the chat, which is ready
 */

export class Attachments {
  /** @type {File[]} */
  #waiting = [];
  #target = element('div', { class: 'drop-target', hidden: true }, element('p', {}, text('shell.attach.drop')));

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /** @param {Document} page */
  hear(page) {
    const { bridge, state } = this.parts;
    page.body.append(this.#target);
    page.addEventListener('dragenter', ({ dataTransfer }) => {
      if (holdsFiles(dataTransfer) && !isCovered(page)) this.#showTarget(true);
    });
    page.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && this.#showTarget(false));
    page.addEventListener('dragover', ({ dataTransfer }) => {
      if (holdsFiles(dataTransfer)) dataTransfer.dropEffect = isCovered(page) ? 'none' : 'copy';
    });
    page.addEventListener('drop', ({ dataTransfer }) => {
      this.#showTarget(false);
      if (holdsFiles(dataTransfer) && !isCovered(page)) this.#takeItems(dataTransfer);
    });
    page.addEventListener('paste', (event) => {
      if (!event.clipboardData?.files.length || isWritten(event.target)) return;
      event.preventDefault();
      this.#takeItems(event.clipboardData);
    });
    bridge.on('file.over', ({ over }) => this.#showTarget(over && !isCovered(page)));
    bridge.on('file.waiting', () => void this.#takeGiven());
    state.watch(['connectionId'], () => this.#leaveBehind(this.#waiting.splice(0).length));
    state.watch(['chatReady'], ({ chatReady }) => {
      if (!chatReady) return;
      this.#pass([]);
      void this.#takeGiven();
    });
  }

  /**
   * SECURITY: T27, what was given for one agent is not handed to the next one.
   * @param {number} count
   */
  #leaveBehind(count) {
    if (count > 0) this.#refuse([text('shell.attach.left_behind', { count })]);
  }

  /** @param {boolean} shown */
  #showTarget(shown) {
    this.#target.hidden = !shown;
  }

  /** @param {DataTransfer} given */
  #takeItems(given) {
    const entries = [...given.items].map((item) => item.webkitGetAsEntry?.() ?? null);
    const folders = entries.filter((entry) => entry?.isDirectory).map((entry) => entry?.name ?? '');
    const files = [...given.files].filter(({ name }) => !folders.includes(name));
    this.#waiting.push(...files);
    this.#pass(folders.map((name) => text('shell.attach.folder', { name: shortName(name) })));
  }

  /**
   * Hand on what waits, if there is a chat, and say what is left out.
   * @param {string[]} refused
   */
  #pass(refused) {
    const { state, strip, attach } = this.parts;
    if (!state.values.chatReady) {
      if (this.#waiting.length > 0) this.#say(PROGRESS, 'info', text('shell.attach.waiting'));
      return this.#refuse(refused);
    }
    strip.clear(PROGRESS);
    const { taken, sentences } = this.#judge(this.#waiting.splice(0));
    if (taken.length > 0) {
      strip.clear(PROBLEM);
      attach(taken);
    }
    this.#refuse([...refused, ...sentences]);
  }

  /** Python's files: judged by what it says of them, then fetched. */
  async #takeGiven() {
    const { bridge, state, strip } = this.parts;
    if (!state.values.chatReady) return;
    const { connectionId } = state.values;
    try {
      const given = await bridge.call('file.take', {});
      // What lies over the window wants an answer first, as it does of what is dropped on the page.
      if (isCovered(document) && given.files.length > 0) return this.#refuse([text('shell.attach.covered')]);
      const { taken, sentences } = this.#judge(given.files.map(({ size_bytes: size, ...rest }) => ({ size, ...rest })));
      if (given.left_out > 0) sentences.push(text('shell.attach.more', { count: given.left_out }));
      const { files, unread } = await this.#fetchAll(taken);
      if (state.values.connectionId !== connectionId) return this.#leaveBehind(files.length);
      this.#waiting.push(...files);
      this.#pass([...given.refused, ...sentences, ...unread]);
    } catch (error) {
      strip.showError(PROBLEM, error);
    }
  }

  /** @param {Array<{name: string, size: number, type: string, path: string}>} given */
  async #fetchAll(given) {
    const { strip } = this.parts;
    const stopped = new AbortController();
    const bytes = given.reduce((sum, { size }) => sum + size, 0);
    if (bytes > NOTICED_BYTES) {
      const action = { label: text('shell.attach.cancel'), run: () => stopped.abort() };
      const sentence = text('shell.attach.reading', { size: Math.ceil(bytes / MEGABYTE) });
      strip.show({ id: PROGRESS, kind: 'info', sentence, action });
    }
    /** @type {File[]} */
    const files = [];
    /** @type {string[]} */
    const unread = [];
    for (const { name, type, path } of given) {
      try {
        files.push(await fetchOnce(path, name, type, stopped.signal));
      } catch {
        if (stopped.signal.aborted) break;
        unread.push(text('shell.attach.unread', { name: shortName(name) }));
      }
    }
    strip.clear(PROGRESS);
    return stopped.signal.aborted ? { files: [], unread: [] } : { files, unread };
  }

  /**
   * Tell what the connection takes from what it does not.
   * @template {{name: string, size: number, type: string}} Kind
   * @param {Kind[]} files
   */
  #judge(files) {
    const { connectionKind, look, agentLabel } = this.parts.state.values;
    const limits = attachmentLimits(connectionKind, look);
    /** @type {Kind[]} */
    const taken = [];
    /** @type {string[]} */
    const sentences = [];
    for (const file of files) {
      const found = limitOf(limits, file, taken.length);
      const values = { name: shortName(file.name), agent: agentLabel, ...found?.values };
      if (found === null) taken.push(file);
      else sentences.push(text(`shell.attach.limit_${found.limit}`, values));
    }
    return { taken, sentences };
  }

  /** @param {string[]} sentences */
  #refuse(sentences) {
    const several = [...new Set(sentences)];
    if (several.length === 0) return;
    const more = several.length - MOST_SENTENCES;
    const said = several.slice(0, MOST_SENTENCES);
    if (more > 0) said.push(text('shell.attach.more', { count: more }));
    this.#say(PROBLEM, 'warning', said.join(' '));
  }

  /**
   * @param {string} id
   * @param {'info' | 'warning'} kind
   * @param {string} sentence
   */
  #say(id, kind, sentence) {
    this.parts.strip.show({ id, kind, sentence, canClose: true });
  }
}

/**
 * @param {string} path
 * @param {string} name
 * @param {string} type
 * @param {AbortSignal} signal
 */
async function fetchOnce(path, name, type, signal) {
  const answer = await fetch(`../${path}`, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return new File([await answer.blob()], name, { type });
}

/**
 * @param {DataTransfer | null} given
 * @returns {given is DataTransfer}
 */
function holdsFiles(given) {
  return given !== null && given.types.some((kind) => kind === 'Files');
}

/**
 * Whether something of the shell's own is open before everything else, and is not to be dropped on.
 * @param {Document} page
 */
function isCovered(page) {
  return page.querySelector('dialog[open]') !== null;
}

/**
 * Whether one writes there: what is pasted then is the field's.
 * @param {EventTarget | null} target
 */
function isWritten(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** @param {string} name */
function shortName(name) {
  const shown = visibleText(name);
  return shown.length > MOST_NAME_CHARACTERS ? `${shown.slice(0, MOST_NAME_CHARACTERS)}…` : shown;
}
