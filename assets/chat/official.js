// @ts-check
/**
 * The chat document of the official interface: everything between OpenAI's element and the shell.
 *
 * The element's script comes from OpenAI, changes without notice and runs in this document, which therefore holds no
 * more than a conversation needs: secrets that last for minutes, asked for when the element asks, and the tools and
 * links that the shell decides about. The script is loaded when the shell says from where, and each stage of its coming
 * up is watched.
 *
 * The element is never moved or taken out and put back, which would end it: the shell's Retry opens this document anew.
 */
import { BusyQueue } from './busy_queue.js';
import { chatOptions } from './chat_options.js';
import { OfficialWatch } from './official_watch.js';
import { keepPageInPlace, wearTheme } from './page_conduct.js';
import { ShellPort, cut } from './shell_port.js';
import { loadWords, words } from './words.js';

const TAG = 'openai-chatkit';
/** The bridge answers before this. */
const SECRET_DEADLINE_MILLISECONDS = 25_000;
const MOST_NAME_CHARACTERS = 64;
const MOST_RECORD_CHARACTERS = 60_000;
/** How it calls a domain that OpenAI does not let it run on. */
const DOMAIN_ERROR = 'DomainVerificationRequestError';
/** How it calls a message that was sent. */
const SENT = 'composer.submit';
const WRAPPER = '.ck-wrapper';

/**
 * @typedef {import('./shell_port.js').Message} Message
 * @typedef {import('@openai/chatkit').OpenAIChatKit} OpenAIChatKit
 */

const quiet = /** @type {HTMLElement} */ (document.getElementById('quiet'));
const place = /** @type {HTMLElement} */ (document.getElementById('place'));
const queue = new BusyQueue();
const watch = new OfficialWatch({ failed: showFault, recovered });

/** @type {OpenAIChatKit | null} */
let chat = null;
/** What the shell has said last; the options are built from it, whole, every time. @type {Message | null} */
let said = null;
/** @type {string | null} */
let threadId = null;
/** The unsent text as the shell has it: what is in the composer nobody tells, only that it was sent. */
let draft = '';
let historyWanted = false;
let isReady = false;
let wasAsked = false;

/* ---- What the shell says ---- */

/** @type {Record<string, (message: Message) => unknown>} */
const RECEIVE = {
  configure,
  theme: ({ resolved }) => change({ theme: { resolved } }),
  locale: ({ locale }) => change({ locale }),
  thread: ({ thread_id }) => queue.run('thread', async () => chat?.setThreadId(thread_id)),
  history: ({ open }) => showHistory(open),
  compose: ({ text }) => queue.run('compose', async () => chat?.setComposerValue({ text })),
  attach: ({ files }) => queue.runEach('attach', () => attach(files)),
  send: ({ text }) => queue.runEach('send', async () => chat?.sendUserMessage({ text })),
  focus: () => queue.run('focus', async () => chat?.focusComposer()),
  // The element has no way to be stopped from outside; its own button does it.
  stop: () => tell({ type: 'note', level: 'info', message: 'stop: only the official interface itself can' }),
  ping: ({ n }) => tell({ type: 'pong', n }),
  endpoint: () => undefined,
};

const shell = new ShellPort({ table: RECEIVE, words });

/** @param {Message} message */
async function configure(message) {
  const isFirst = said === null;
  said = message;
  if (isFirst) [threadId, draft] = [message['thread_id'], message['draft']];
  wear();
  if (chat !== null) chat.setOptions(options());
  else if (isFirst) await bring(message['script']);
}

/** @param {Record<string, unknown>} changes */
function change(changes) {
  if (said === null) return;
  said = /** @type {Message} */ ({ ...said, ...changes });
  wear();
  // Options are not merged: a change is all of them again.
  chat?.setOptions(options());
}

function wear() {
  if (said === null) return;
  document.documentElement.lang = said['locale'];
  wearTheme(said['theme'].resolved, said['accents']);
}

function options() {
  /** @type {Record<string, any>} */
  const { api = { kind: 'hosted' }, theme, agent_label, ...rest } = said ?? {};
  const { accents, locale, appearance, composer, start_screen, header, history, item_actions, disclaimer } = rest;
  return chatOptions(
    {
      api,
      scheme: theme?.resolved === 'dark' ? 'dark' : 'light',
      accents,
      appearance,
      composer,
      start_screen,
      header,
      history,
      item_actions,
      disclaimer,
      locale,
      thread_id: threadId,
      frame_title: agent_label,
    },
    { getClientSecret, onClientTool, fetch: fetchWithToken },
  );
}

/**
 * Load the script with a plain tag, which it needs to find its own frame, and put one element into the page.
 * @param {string} address
 */
async function bring(address) {
  watch.expect('script');
  const script = document.createElement('script');
  script.src = address;
  script.async = true;
  script.addEventListener('error', () => watch.never('script'));
  script.addEventListener('load', () => watch.expect('element'));
  document.head.append(script);
  await customElements.whenDefined(TAG);
  watch.expect('frame');
  const made = /** @type {OpenAIChatKit} */ (document.createElement(TAG));
  hear(made);
  chat = made;
  made.setOptions(options());
  place.append(made);
}

/**
 * What it refuses although nothing keeps it busy, it would refuse again: the person hears of it.
 * @param {File[]} files
 */
async function attach(files) {
  try {
    await chat?.setComposerValue({ files });
  } catch (error) {
    if (queue.isBusy) throw error;
    tell({ type: 'error', code: 'not_attached', message: 'setComposerValue' });
  }
}

/** @param {boolean} open */
function showHistory(open) {
  historyWanted = open;
  return queue.run('history', async () => (open ? chat?.showHistory() : chat?.hideHistory()));
}

/* ---- What the element asks ---- */

/**
 * A new secret each time: the one that it has is about to end.
 * @param {string | null} current
 * @returns {Promise<string>}
 */
async function getClientSecret(current) {
  wasAsked = true;
  // Before the frame is there this is no news of the frame.
  if (isReady) watch.done();
  try {
    const { client_secret } = await shell.ask({ type: 'client_secret', current }, SECRET_DEADLINE_MILLISECONDS);
    quiet.hidden = watch.fault === null;
    return client_secret;
  } catch (error) {
    say(plain(error).message);
    throw plain(error);
  }
}

/**
 * @param {{name: string, params: Record<string, unknown>}} call
 * @returns {Promise<Record<string, unknown>>}
 */
async function onClientTool({ name, params }) {
  try {
    return await shell.askForTool(name, params);
  } catch (error) {
    throw plain(error);
  }
}

/**
 * SECURITY: the token of this launch goes to the chat host and to nobody else, whatever address the script asks for.
 * @type {typeof fetch}
 */
function fetchWithToken(input, init) {
  const { url = '', token = '' } = said?.['endpoint'] ?? {};
  const address = input instanceof Request ? input.url : String(input);
  const isOurs = URL.canParse(address, location.href) && URL.canParse(url);
  if (!isOurs || new URL(address, location.href).origin !== new URL(url).origin) return fetch(input, init);
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  headers.set('X-Agentnook-Token', token);
  return fetch(input, { ...init, headers });
}

/**
 * An error that can cross to the element's frame; anything else would leave it without an answer.
 * @param {any} error
 */
function plain(error) {
  return new Error(typeof error?.message === 'string' ? error.message : words('shell.problem.unknown'));
}

/* ---- What the shell hears ---- */

/** @param {Message} message */
function tell(message) {
  shell.tell(message);
}

function tellState() {
  tell({ type: 'state', busy: queue.isBusy, thread_id: threadId, title: null });
}

function tellDraft() {
  tell({ type: 'draft', text: draft, thread_id: threadId });
}

/** @param {OpenAIChatKit} made */
function hear(made) {
  made.addEventListener('chatkit.ready', ready);
  made.addEventListener('chatkit.response.start', () => busy('response'));
  made.addEventListener('chatkit.response.end', () => free('response'));
  made.addEventListener('chatkit.thread.load.start', () => busy('thread'));
  made.addEventListener('chatkit.thread.load.end', () => free('thread'));
  made.addEventListener('chatkit.thread.change', ({ detail }) => {
    threadId = detail.threadId;
    tellState();
    // Kept beside the draft, so that the next start shows the same conversation.
    tellDraft();
  });
  made.addEventListener('chatkit.effect', ({ detail: { name, data } }) => {
    if (canPass(name, data)) tell({ type: 'effect', name, data: data ?? {} });
  });
  made.addEventListener('chatkit.deeplink', ({ detail: { name, data } }) => {
    if (canPass(name, data)) tell({ type: 'deeplink', name, data: data ?? {} });
  });
  made.addEventListener('chatkit.log', ({ detail }) => {
    // What it logs may be what a person writes: of all of it only the moment matters, which empties the draft.
    if (detail.name !== SENT) return;
    draft = '';
    tellDraft();
  });
  made.addEventListener('chatkit.error', ({ detail }) => {
    const name = cut(String(detail.error?.name ?? 'Error'), MOST_NAME_CHARACTERS) || 'Error';
    // A conversation that cannot be loaded does not load for ever.
    void free('thread');
    if (name === DOMAIN_ERROR) watch.gone('domain_refused');
    else tell({ type: 'error', code: name, message: name });
  });
  made.addEventListener('chatkit.history.close', () => {
    // The person closed it in here, so the shell's button has to hear of it.
    if (historyWanted) tell({ type: 'shortcut', name: 'history' });
    historyWanted = false;
  });
}

function ready() {
  if (isReady) return;
  isReady = true;
  watchPresence();
  // A frame that shows an error page is ready too; only one that works asks for a secret.
  if (isHosted() && !wasAsked) watch.expect('secret');
  else watch.done();
  tell({ type: 'ready', interface: 'official' });
  if (draft !== '') void queue.run('compose', async () => chat?.setComposerValue({ text: draft }));
}

function isHosted() {
  return said?.['api']?.kind !== 'custom';
}

/** @param {string} reason */
function busy(reason) {
  queue.busy(reason);
  tellState();
}

/** @param {string} reason */
async function free(reason) {
  const wasBusy = queue.isBusy;
  const done = queue.free(reason);
  if (wasBusy) tellState();
  await done;
}

/** The frame takes itself away when it is refused, and has no height when it is broken. */
function watchPresence() {
  const root = chat?.shadowRoot;
  const wrapper = root?.querySelector(WRAPPER);
  if (!root || !wrapper) return;
  const look = () => {
    if (!wrapper.isConnected) watch.gone('official_vanished');
    else if (innerHeight > 0 && wrapper.getBoundingClientRect().height === 0) watch.gone('official_vanished');
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  new ResizeObserver(look).observe(wrapper);
}

/**
 * @param {unknown} name
 * @param {unknown} data
 */
function canPass(name, data) {
  if (typeof name !== 'string' || name === '' || name.length > MOST_NAME_CHARACTERS) return false;
  try {
    return JSON.stringify(data ?? {}).length <= MOST_RECORD_CHARACTERS;
  } catch {
    return false;
  }
}

/* ---- When it does not come ---- */

/** @param {import('./official_watch.js').Fault} fault */
function showFault(fault) {
  say(words(`shell.official.${fault}`));
  tell({ type: 'error', code: fault, message: fault });
}

function recovered() {
  quiet.hidden = true;
  if (isReady) tell({ type: 'ready', interface: 'official' });
}

/** @param {string} sentence */
function say(sentence) {
  quiet.textContent = sentence;
  quiet.hidden = false;
}

keepPageInPlace((url) => tell({ type: 'link', url }));

if (parent !== window) {
  await loadWords();
  shell.open(() => undefined);
}
