// @ts-check
/**
 * Takes what a person gives the shell to attach, and hands it to the chat: files that are dropped or pasted outside of
 * the chat's own document, and those that Python has, from the command line or from an engine that keeps files from its
 * pages.
 *
 * Whatever the connection does not take is left out with a sentence; the rest goes on. While there is no chat to take
 * them, or something lies over the window, files wait. What Python has is fetched once, at an address that is good for
 * a moment.
 */
import { attachmentLimits, limitOf } from './attachment_limits.js';
import { element } from './dom.js';
import { text } from './strings.js';
import { shortName } from './visible_text.js';

const MOST_SENTENCES = 3;
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
  /** Ends the reading of what Python has. */
  #reading = new AbortController();
  #isTaking = false;
  /** Python has said that it has something, which was not asked for since. */
  #isOwed = false;
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
      if (isCovered(page)) this.#refuse([text('shell.attach.covered')]);
      else this.#takeItems(event.clipboardData);
    });
    bridge.on('file.over', ({ over }) => this.#showTarget(over && !isCovered(page)));
    bridge.on('file.waiting', () => this.#takeLater());
    // What lay over the window is answered. The event of a dialog does not rise, but it comes by here on its way down.
    page.addEventListener('close', () => this.#isOwed && void this.#takeGiven(), true);
    state.watch(['connectionId'], () => this.#changeAgent());
    state.watch(['chatReady'], ({ chatReady }) => {
      if (!chatReady) return;
      this.#pass([]);
      void this.#takeGiven();
    });
  }

  /** SECURITY: T27, what was given for one agent is not handed to the next one. */
  #changeAgent() {
    this.parts.strip.clear(PROGRESS);
    this.#reading.abort();
    this.#refuse(leftBehind(this.#waiting.splice(0).length));
  }

  /** Python has something: it is fetched at once, or what it waits for is said. */
  #takeLater() {
    this.#isOwed = true;
    if (!this.parts.state.values.chatReady) this.#say(PROGRESS, 'info', text('shell.attach.waiting'));
    else if (isCovered(document)) this.#say(PROGRESS, 'info', text('shell.attach.after_answer'));
    void this.#takeGiven();
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

  /**
   * Python's files, one batch after the other: judged by what it says of them, then fetched. What lies over the window
   * wants an answer first, as it does of what is dropped on the page: until then Python keeps them.
   */
  async #takeGiven() {
    const { bridge, state, strip } = this.parts;
    if (!state.values.chatReady || this.#isTaking || isCovered(document)) return;
    this.#isTaking = true;
    this.#isOwed = false;
    const { connectionId } = state.values;
    this.#reading = new AbortController();
    try {
      const given = await bridge.call('file.take', {});
      const { taken, sentences } = this.#judge(given.files.map(({ size_bytes: size, ...rest }) => ({ size, ...rest })));
      if (given.left_out > 0) sentences.push(text('shell.attach.more', { count: given.left_out }));
      const { files, unread } = await this.#fetchAll(taken, this.#reading);
      if (state.values.connectionId !== connectionId) {
        return this.#refuse(leftBehind(taken.length + given.left_behind));
      }
      this.#waiting.push(...files);
      this.#pass([...given.refused, ...sentences, ...unread, ...leftBehind(given.left_behind)]);
    } catch (error) {
      strip.showError(PROBLEM, error);
    } finally {
      this.#isTaking = false;
      if (this.#isOwed) void this.#takeGiven();
    }
  }

  /**
   * @param {Array<{name: string, size: number, type: string, path: string}>} given
   * @param {AbortController} stopped
   */
  async #fetchAll(given, stopped) {
    const bytes = given.reduce((sum, { size }) => sum + size, 0);
    /** @type {File[]} */
    const files = [];
    /** @type {string[]} */
    const unread = [];
    for (const [index, { name, type, path }] of given.entries()) {
      if (bytes > NOTICED_BYTES && !stopped.signal.aborted) this.#sayReading(given, index, stopped);
      try {
        files.push(await fetchOnce(path, name, type, stopped.signal));
      } catch {
        if (stopped.signal.aborted) break;
        unread.push(text('shell.attach.unread', { name: shortName(name) }));
      }
    }
    this.parts.strip.clear(PROGRESS);
    return stopped.signal.aborted ? { files: [], unread: [] } : { files, unread };
  }

  /**
   * @param {Array<{name: string, size: number}>} given
   * @param {number} index
   * @param {AbortController} stopped
   */
  #sayReading(given, index, stopped) {
    const { name, size } = given[index];
    const values = { name: shortName(name), size: Math.ceil(size / MEGABYTE), number: index + 1, count: given.length };
    const sentence = given.length > 1 ? text('shell.attach.reading_one_of', values) : text('shell.attach.reading', values);
    const action = { label: text('shell.attach.cancel'), run: () => stopped.abort() };
    this.parts.strip.show({ id: PROGRESS, kind: 'info', sentence, action });
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

/** @param {number} count */
function leftBehind(count) {
  if (count === 0) return [];
  return [count === 1 ? text('shell.attach.left_behind_one') : text('shell.attach.left_behind', { count })];
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
