// @ts-check
/**
 * The conversation's place in the shell: its frame, its port, its pulse, and what the shell does with each message.
 *
 * The frame starts at once, with the built-in interface, and begins anew when Python's hello asks for the official one;
 * `configure` is sent as soon as the port is open and Python has said where the chat host is,
 * and again to every later frame. A frame that stops answering is replaced with its thread and unsent text, at most
 * three times a minute; after that the person decides. Nothing the chat document says is done because it says so: tools
 * ask the person in Python's registry, links go through Python's rules, everything else is only drawn.
 */
import { Allowance } from './allowance.js';
import { connectionValues } from './app_state.js';
import { LOCAL_LIMITS } from './attachment_limits.js';
import { ChatFrame } from './chat_frame.js';
import { lookParts } from './chat_look.js';
import { ChatPort } from './chat_port.js';
import { DeepLinks } from './deep_links.js';
import { DraftKeeper } from './draft_keeper.js';
import { personActed } from './gesture.js';
import { Heartbeat } from './heartbeat.js';
import { worthAsking } from './held_button.js';
import { recovered, wordsFor } from './problem_strip.js';
import { text, textFor } from './strings.js';
import { shortName } from './visible_text.js';

/** The official interface comes from afar, and watches itself: what its own document says comes before this. */
const READY_DEADLINE_MILLISECONDS = Object.freeze({ builtin: 15_000, official: 60_000 });
const MINUTE = 60_000;
const MOST_NAMES = 5;

/**
 * @typedef {import('./port_messages.js').ChatMessage} ChatMessage
 * @typedef {import('./contract.js').ErrorEnvelope} ErrorEnvelope
 * @typedef {object} Parts
 * @property {Pick<typeof import('./bridge.js').bridge, 'call'>} bridge
 * @property {import('./app_state.js').AppState} state
 * @property {import('./problem_strip.js').ProblemStrip} strip
 * @property {HTMLElement} place
 * @property {string} frameTitle
 * @property {(chosen: import('./chat_frame.js').Interface) => {origin: string, url: string}} address
 * @property {(url: string) => void} openLink
 * @property {() => void} callEnded   a tool was used, or was not
 * @property {(place: import('./deep_links.js').PlaceName) => void} openPlace
 * @property {() => void} explain   the chat does not come, and never has
 */

export class Chat {
  #helloed = false;
  #toolsRunning = 0;
  #wasReady = false;
  /** A person pressed Retry, and no secret was asked for since. */
  #isRetried = false;
  /** The files that the chat was given last, by their names. @type {string[]} */
  #attached = [];
  /** Until what an earlier document has asked for is cancelled. @type {Promise<unknown>} */
  #leaving = Promise.resolve();
  /** What keeps the conversation from going on. @type {Set<string>} */
  #failing = new Set();
  /**
   * What was open last with each connection in this session: its conversation, and what was written and not sent.
   * @type {Map<string, {threadId: string | null, draft: string}>}
   */
  #left = new Map();
  /** @type {import('./chat_frame.js').Interface} */
  #shown = 'builtin';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #readyTimer;
  #rebuilds = new Allowance(3, MINUTE);
  #notes = new Allowance(30, MINUTE);
  /** Whether diagnostics knows already of something that is wrong with this document. */
  #faultKept = false;

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    const { origin, url } = parts.address(this.#shown);
    this.frame = new ChatFrame(parts.place, url, parts.frameTitle);
    this.port = new ChatPort({
      origin,
      peer: () => this.frame.window,
      opened: () => void this.configure(),
      left: () => this.#leaveCalls(),
      received: (message) => this.#receive(message),
      requested: (message) => this.#answer(message),
      refusal: (reason, error) => refusal(reason, error),
    });
    this.heartbeat = new Heartbeat({
      ping: (n) => this.port.send({ type: 'ping', n }),
      lost: () => this.#recover(),
      watched: () => document.visibilityState === 'visible' && this.#toolsRunning === 0,
    });
    this.deepLinks = new DeepLinks(
      parts.openPlace,
      () => this.frame.hasFocus,
      () => personActed(parts.bridge),
    );
    this.drafts = new DraftKeeper(
      (draft) => parts.bridge.call('draft.keep', draft),
      (error) => this.#note('warning', `a draft was not kept: ${codeOf(error)}`),
    );
  }

  start() {
    this.port.listen(window);
    window.addEventListener('online', () => this.#networkIsBack());
    this.#buildFrame();
  }

  /** Python has said hello: from now on the chat can be told where to go. */
  async open() {
    this.#helloed = true;
    const { chatInterface } = this.parts.state.values;
    // Another document says hello when it is there, and is configured then.
    if (chatInterface !== this.#shown) return this.#showInterface(chatInterface);
    await this.configure();
  }

  /**
   * Talk to another agent: its own interface comes anew, with the conversation that was open there last. Where the same
   * one only looks another way, OpenAI's interface goes on as it is, under other options.
   * @param {import('./sheets.js').Shown} connection
   * @param {boolean} goesOn
   */
  changeConnection(connection, goesOn) {
    const { id, interface: chatInterface } = connection;
    const { state } = this.parts;
    const { connectionId, threadId, draft } = state.values;
    // What was written for one agent is not put before another one.
    this.#left.set(connectionId, { threadId, draft });
    for (const problem of this.#failing) this.#works(problem);
    this.#rebuilds.refill();
    state.set({
      ...connectionValues(connection),
      hasConnections: true,
      ...(this.#left.get(id) ?? { threadId: null, draft: '' }),
      title: goesOn ? state.values.title : '',
    });
    if (goesOn && this.#shown === 'official' && chatInterface === 'official') void this.configure();
    else this.#showInterface(chatInterface);
  }

  /** @param {import('./chat_frame.js').Interface} chosen */
  #showInterface(chosen) {
    this.#shown = chosen;
    this.frame.url = this.parts.address(chosen).url;
    this.#buildFrame();
  }

  /** Tell the chat document everything it starts from, as it is now. */
  async configure() {
    if (!this.#helloed || !this.port.isOpen) return;
    const { state, bridge } = this.parts;
    const opening = this.port.openings;
    try {
      const endpoint = await bridge.call('chat.endpoint', {});
      // Another document came meanwhile: it has asked for its own configuration.
      if (opening !== this.port.openings) return;
      const { locale, theme, accents, threadId, draft, agentLabel, hasConnections } = state.values;
      this.port.send({
        type: 'configure',
        endpoint: this.#endpointFor(endpoint),
        locale,
        theme: { resolved: theme },
        accents,
        thread_id: threadId,
        draft,
        agent_label: agentLabel,
        start_cards: !hasConnections,
        ...this.#look(),
        ...this.#official(endpoint.url),
      });
      this.hostChanged(endpoint.state, endpoint.message);
      this.#works('endpoint');
    } catch (error) {
      const action = { label: text('shell.problem.retry'), run: () => void this.configure() };
      this.#fails({ id: 'endpoint', ...wordsFor(error), action, heldUntil: worthAsking(error) });
    }
  }

  /**
   * SECURITY: T07, a hosted agent's conversations are at OpenAI's: its script gets no key to those of this computer.
   * @param {{url: string, token: string, capabilities: {attachments: boolean, dictation: boolean}}} endpoint
   */
  #endpointFor({ url, token, capabilities }) {
    return this.#isHosted ? { url: '', token: '', capabilities } : { url, token, capabilities };
  }

  /** How the chat looks, and what it takes; what is on this computer looks as it does. */
  #look() {
    const { connectionKind, look } = this.parts.state.values;
    if (connectionKind !== 'local') return lookParts(look, this.#isHosted);
    return { composer: { attachments: { enabled: true, ...LOCAL_LIMITS } } };
  }

  get #isHosted() {
    return ['workflow', 'session_service'].includes(this.parts.state.values.connectionKind);
  }

  /**
   * What the official interface needs beyond the rest.
   * @param {string} chatUrl
   * @returns {Pick<import('./contract.js').PortToChat['configure'], 'script' | 'api'>}
   */
  #official(chatUrl) {
    if (this.#shown !== 'official') return {};
    const { chatScript, domainKey } = this.parts.state.values;
    if (this.#isHosted) return { script: chatScript, api: { kind: 'hosted' } };
    return { script: chatScript, api: { kind: 'custom', url: chatUrl, ...(domainKey ? { domain_key: domainKey } : {}) } };
  }

  /**
   * The chat host started, stopped or failed.
   * @param {import('./app_state.js').ChatHostState} chatHost
   * @param {string} message
   */
  hostChanged(chatHost, message) {
    this.parts.state.set({ chatHost, chatHostMessage: message });
    this.port.send({ type: 'endpoint', state: chatHost, message });
    if (chatHost !== 'failed') return this.parts.strip.clear('chat_host');
    this.parts.strip.show({
      id: 'chat_host',
      kind: 'danger',
      sentence: message || text('shell.problem.chat_host'),
      action: { label: text('shell.problem.retry'), run: () => void this.#retryHost() },
    });
    this.#explain();
  }

  /** Whoever has seen a chat is told by the strip alone: nothing opens over a conversation. */
  #explain() {
    if (!this.#wasReady) this.parts.explain();
  }

  /** @param {'light' | 'dark'} resolved */
  themeChanged(resolved) {
    this.port.send({ type: 'theme', resolved });
  }

  newConversation() {
    this.port.send({ type: 'thread', thread_id: null });
    this.focus();
  }

  /** Where the conversation failed there is no history to open, only one to close. */
  toggleHistory() {
    const { state } = this.parts;
    const historyOpen = !state.values.historyOpen && !state.values.chatFailed;
    state.set({ historyOpen });
    this.port.send({ type: 'history', open: historyOpen });
  }

  focus() {
    this.frame.focus();
    this.port.send({ type: 'focus' });
  }

  /** @param {Exclude<ChatMessage, {id: string}>} message */
  #receive(message) {
    const { state, openLink } = this.parts;
    switch (message.type) {
      case 'ready':
        return this.#ready();
      case 'pong':
        return this.heartbeat.pong(message.n);
      case 'state':
        return state.set({ busy: message.busy, threadId: message.thread_id, title: message.title ?? '' });
      case 'draft':
        state.set({ draft: message.text });
        return this.drafts.keep({ text: message.text, thread_id: message.thread_id });
      case 'link':
        return openLink(message.url);
      case 'shortcut':
        // The list of conversations was closed in there; nothing is opened because a document says so.
        return state.set({ historyOpen: false });
      case 'note':
        return this.#note(message.level, message.message);
      case 'error':
        if (message.code === 'not_attached') this.#sayNotAttached();
        else if (this.#shown === 'official') this.#showFault(message.code);
        return this.#note('error', `${message.code}: ${message.message}`);
      case 'deeplink':
        return void this.#followDeepLink(message.name);
      case 'effect':
        // Nothing here answers to one yet: a note for who wonders why nothing happened.
        return this.#note('info', `effect ${message.name}`);
    }
  }

  /** @param {string} name */
  async #followDeepLink(name) {
    if (!(await this.deepLinks.follow(name))) this.#note('info', `deeplink ${name}`);
  }

  #ready() {
    clearTimeout(this.#readyTimer);
    this.#wasReady = true;
    performance.mark('agentnook.composer-usable');
    this.#works('chat_frame');
    // For diagnostics, once for each document: what it told of this interface is over.
    const isFirst = !this.parts.state.values.chatReady;
    if (isFirst && this.#shown === 'official') this.parts.bridge.call('chat.ready', {}).catch(() => undefined);
    this.frame.reveal();
    if (this.frame.mayTakeFocus) this.focus();
    this.heartbeat.start();
    this.parts.state.set({ chatReady: true });
  }

  /**
   * Put files into the composer of a chat that is ready, where the person goes on with them.
   * @param {File[]} files
   */
  attach(files) {
    this.#attached = files.map(({ name }) => shortName(name));
    this.port.send({ type: 'attach', files });
    this.focus();
  }

  /** @param {Extract<ChatMessage, {id: string}>} request */
  #answer(request) {
    return request.type === 'client_tool' ? this.#runTool(request) : this.#fetchSecret(request);
  }

  /** @param {Extract<ChatMessage, {type: 'client_secret'}>} request */
  async #fetchSecret({ current }) {
    const anew = this.#isRetried;
    this.#isRetried = false;
    try {
      const minted = await this.parts.bridge.call('chat.client_secret', { current, anew });
      this.#works('client_secret');
      return minted;
    } catch (error) {
      const [action, heldUntil] = [this.#retryOf('client_secret'), worthAsking(error)];
      this.#fails({ id: 'client_secret', ...wordsFor(error), action, heldUntil });
      throw error;
    }
  }

  /** @param {Extract<ChatMessage, {type: 'client_tool'}>} request */
  async #runTool({ id: call_id, name, params }) {
    this.#toolsRunning += 1;
    try {
      // No call of this document is meant by it.
      await this.#leaving;
      const { connectionId: connection, leadsTo: leads_to } = this.parts.state.values;
      const outcome = await this.parts.bridge.call('tool.invoke', { name, params, call_id, connection, leads_to });
      return outcome.result;
    } finally {
      this.#toolsRunning -= 1;
      this.parts.callEnded();
    }
  }

  /** SECURITY: T08, nobody waits for what a document that is gone has asked for: its questions go with it. */
  #leaveCalls() {
    this.#leaving = this.parts.bridge
      .call('tool.cancel', {})
      .catch((error) => this.#note('warning', `calls were not cancelled: ${codeOf(error)}`));
  }

  /**
   * @param {'info' | 'warning' | 'error'} level
   * @param {string} message
   */
  #note(level, message) {
    if (!this.#notes.take()) return;
    // A note that cannot be kept is not worth a word to anybody.
    this.parts.bridge.call('log.note', { level, message: `chat: ${message}` }).catch(() => undefined);
  }

  #buildFrame() {
    this.parts.state.set({ historyOpen: false, chatReady: false, busy: false, microphoneUsed: false });
    this.heartbeat.stop();
    this.port.close();
    this.frame.mayHear = this.#shown === 'official' && this.#isHosted && this.parts.state.values.look.dictation;
    this.frame.build();
    this.#faultKept = false;
    clearTimeout(this.#readyTimer);
    this.#readyTimer = setTimeout(
      () => this.#offerRebuild(text('shell.problem.chat_slow')),
      READY_DEADLINE_MILLISECONDS[this.#shown],
    );
  }

  #recover() {
    if (!this.#rebuilds.take()) return this.#offerRebuild(text('shell.problem.chat_lost'));
    this.#note('warning', 'the chat document stopped answering and was opened again');
    this.parts.strip.show(recovered());
    this.#buildFrame();
  }

  /**
   * The official interface's document found something out about itself that there are words for: only opening it anew
   * can help.
   * SECURITY: the document only names what is wrong; the words, and what Retry does, are the shell's own.
   * @param {string} code
   */
  #showFault(code) {
    const sentence = textFor('shell.official', code, '');
    if (sentence === '') return;
    const hint = textFor('shell.official_hint', code, '');
    this.#keepFault(code);
    clearTimeout(this.#readyTimer);
    // The document says the same in the conversation's place: nothing stays blank.
    this.frame.reveal();
    this.#offerRebuild(sentence, hint, this.#simplifiedView());
  }

  /**
   * For diagnostics, which say of it what is known when nobody sees the strip any more; the first of each document.
   * @param {string} code
   */
  #keepFault(code) {
    if (this.#faultKept) return;
    this.#faultKept = true;
    const fault = /** @type {import('./contract.js').Commands['chat.failed']['args']['fault']} */ (code);
    this.parts.bridge.call('chat.failed', { fault }).catch(() => undefined);
  }

  #sayNotAttached() {
    const names = this.#attached.splice(0);
    const values = { names: names.slice(0, MOST_NAMES).join(', '), count: names.length - MOST_NAMES };
    const sentence =
      names.length === 0
        ? text('shell.attach.not_attached')
        : names.length > MOST_NAMES
          ? text('shell.attach.not_attached_many', values)
          : text('shell.attach.not_attached_these', values);
    this.parts.strip.show({ id: 'attach', kind: 'warning', sentence, canClose: true });
  }

  /** A server of one's own can be talked to in the built-in interface as well. */
  #simplifiedView() {
    if (this.parts.state.values.connectionKind !== 'server') return undefined;
    const run = () => {
      this.#works('chat_frame');
      this.parts.state.set({ chatInterface: 'builtin' });
      this.#showInterface('builtin');
    };
    return { label: text('shell.problem.simplified'), run };
  }

  /**
   * @param {string} sentence
   * @param {string} [hint]
   * @param {import('./problem_strip.js').Problem['action']} [otherwise]
   */
  #offerRebuild(sentence, hint, otherwise) {
    this.#fails({ id: 'chat_frame', sentence, hint, action: this.#retryOf('chat_frame'), otherwise });
    this.#explain();
  }

  /**
   * Begin the conversation's document anew, because a person wants it.
   * @param {string} problem
   */
  #retryOf(problem) {
    const run = () => this.#tryAgain(problem);
    return { label: text('shell.problem.retry'), run };
  }

  /** @param {string} problem */
  #tryAgain(problem) {
    this.#isRetried = true;
    this.#rebuilds.refill();
    this.#works(problem);
    this.#buildFrame();
  }

  /** The network is back: what failed for want of it is tried again, as the person would. */
  #networkIsBack() {
    const [problem] = this.#failing;
    if (problem !== undefined) this.#tryAgain(problem);
  }

  /**
   * Until it works the bar's light is red and its strip stays: without it there would be no way on.
   * @param {Omit<import('./problem_strip.js').Problem, 'kind'>} problem
   */
  #fails(problem) {
    this.#failing.add(problem.id);
    this.parts.state.set({ chatFailed: true });
    this.parts.strip.show({ kind: 'danger', ...problem });
  }

  /** @param {string} problem */
  #works(problem) {
    this.parts.strip.clear(problem);
    this.#failing.delete(problem);
    this.parts.state.set({ chatFailed: this.#failing.size > 0 });
  }

  async #retryHost() {
    this.parts.strip.clear('chat_host');
    try {
      await this.parts.bridge.call('chat.retry', {});
    } catch (error) {
      this.parts.strip.showError('chat_host', error, {
        label: text('shell.problem.retry'),
        run: () => void this.#retryHost(),
      });
    }
  }
}

/** @param {any} error */
function codeOf(error) {
  return typeof error?.code === 'string' ? error.code : 'internal';
}

/**
 * What the chat document may know about a failure: Python's envelope, or words of ours.
 * @param {'busy' | 'late' | 'failed'} reason
 * @param {any} [error]
 * @returns {ErrorEnvelope}
 */
export function refusal(reason, error) {
  if (reason === 'failed' && typeof error?.code === 'string') {
    const { code, message, hint = '', retryable = false } = error;
    return { code, message, hint, retryable };
  }
  const codes = { busy: 'too_many_calls', late: 'deadline_exceeded', failed: 'internal' };
  return {
    code: codes[reason],
    message: text(`shell.problem.tool_${reason}`),
    hint: '',
    retryable: reason !== 'failed',
  };
}
