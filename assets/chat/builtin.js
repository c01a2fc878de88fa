// @ts-check
/**
 * The chat document of the built-in element: everything between the element and the shell.
 *
 * This document says `chat.hello` with a nonce to its parent and takes the one port that comes back with that nonce from
 * the shell's own origin. Through the port the shell says where the chat host is, which theme and thread to show, and what
 * the person pressed; this document says what the conversation is doing, keeps the unsent text in Python's hands, and asks
 * for the client tools that an agent wants. Requests carry an id and are answered by `reply`, both ways.
 *
 * The bridge is out of reach from here: this origin holds the chat host's token of this start and nothing else.
 */
import { wordsFrom } from './dist/agentnook-chat.js';

const VERSION = 1;
const SHELL_ORIGIN = `http://127.0.0.1:${location.port}`;
const DRAFT_PAUSE_MILLISECONDS = 300;
/** The shell asks the person, and answers for sure before this. */
const TOOL_DEADLINE_MILLISECONDS = 20 * 60_000;

/**
 * @typedef {{type: string} & Record<string, any>} Message
 * @typedef {{resolve: (value: any) => void, reject: (error: any) => void, timer: ReturnType<typeof setTimeout>}} Waiting
 */

const chat = /** @type {any} */ (document.querySelector('agentnook-chat'));
const nonce = crypto.randomUUID();

/** @type {MessagePort | null} */
let port = null;
/** @type {Map<string, Waiting>} */
const waiting = new Map();
let requests = 0;
let configured = false;
let words = wordsFrom();

/** @param {Message} message */
function tell(message) {
  port?.postMessage(message);
}

/**
 * Ask the shell and wait for its reply.
 * @param {Message} message
 * @returns {Promise<any>}
 */
function ask(message) {
  return new Promise((resolve, reject) => {
    const id = `chat-${(requests += 1)}`;
    const late = { code: 'deadline_exceeded', message: words('element.failure.deadline'), hint: '', retryable: true };
    const timer = setTimeout(() => settle(id, { ok: false, error: late }), TOOL_DEADLINE_MILLISECONDS);
    waiting.set(id, { resolve, reject, timer });
    tell({ ...message, id });
  });
}

/**
 * @param {string} id
 * @param {{ok?: boolean, value?: any, error?: any}} reply
 */
function settle(id, { ok, value, error }) {
  const request = waiting.get(id);
  if (request === undefined) return;
  waiting.delete(id);
  clearTimeout(request.timer);
  if (ok === true) request.resolve(value);
  else request.reject(error);
}

/* ---- What the shell says ---- */

/** @type {Record<string, (message: Message) => unknown>} */
const RECEIVE = {
  configure,
  theme: ({ resolved }) => wearTheme(resolved),
  locale: ({ locale }) => (document.documentElement.lang = locale),
  thread: ({ thread_id }) => showThread(thread_id),
  history: ({ open }) => (open ? chat.showHistory() : chat.hideHistory()),
  compose: ({ text }) => chat.setComposerValue({ text }),
  send: ({ text }) => chat.sendUserMessage({ text }),
  focus: () => chat.focusComposer(),
  stop: () => chat.stop(),
  ping: ({ n }) => tell({ type: 'pong', n }),
  endpoint: ({ state, message }) => (chat.serverState = { state, message }),
};

/** @param {MessageEvent<Message>} event */
async function receive({ data }) {
  if (data?.type === 'reply') return settle(data.id, data);
  if (!Object.hasOwn(RECEIVE, data?.type)) return;
  try {
    await RECEIVE[data.type](data);
  } catch (error) {
    // The element is busy, or was asked for what it cannot do: the person sees it there, the log hears of it here.
    tell({ type: 'note', level: 'warning', message: `${data.type}: ${/** @type {any} */ (error)?.code ?? 'failed'}` });
  }
}

/** @param {Message} message */
async function configure({ endpoint, locale, strings, theme, thread_id, draft, agent_label }) {
  words = wordsFrom(strings);
  document.documentElement.lang = locale;
  wearTheme(theme.resolved);
  chat.setOptions({
    api: { url: endpoint.url, domainKey: 'local', fetch: withToken(endpoint.token) },
    locale,
    strings,
    agentLabel: agent_label,
    initialThread: thread_id,
    onClientTool: (/** @type {{name: string, params: object}} */ { name, params }) =>
      ask({ type: 'client_tool', name, params }),
    startScreen: { greeting: words('element.greeting'), prompts: startPrompts() },
    composer: { placeholder: words('element.composer.label') },
    disclaimer: { text: words('element.disclaimer.local', { agent: agent_label }) },
  });
  if (!configured && draft) await chat.setComposerValue({ text: draft });
  configured = true;
}

function startPrompts() {
  const names = /** @type {const} */ (['about', 'dark', 'file', 'private']);
  return names.map((name) => ({
    label: words(`element.prompt.${name}.label`),
    prompt: words(`element.prompt.${name}.message`),
  }));
}

/**
 * SECURITY: the chat host answers nobody without this launch's token, whatever page asks.
 * @param {string} token
 * @returns {typeof fetch}
 */
function withToken(token) {
  return (input, init) => fetch(input, { ...init, headers: { ...init?.headers, 'X-Agentnook-Token': token } });
}

/** @param {'light' | 'dark'} resolved */
function wearTheme(resolved) {
  document.documentElement.dataset.theme = resolved;
}

/** @param {string | null} threadId */
async function showThread(threadId) {
  await chat.stop();
  await chat.setThreadId(threadId);
}

/* ---- What the shell hears ---- */

chat.addEventListener('agentnook.state', ({ detail }) => {
  const title = detail.title?.slice(0, 300) ?? null;
  tell({ type: 'state', busy: detail.busy, thread_id: detail.threadId, title });
});
chat.addEventListener('chatkit.effect', ({ detail: { name, data } }) => tell({ type: 'effect', name, data }));
chat.addEventListener('chatkit.error', ({ detail: { error } }) => {
  tell({ type: 'error', code: error.code, message: error.name });
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let draftTimer;

function keepDraft() {
  if (draftTimer === undefined) return;
  clearTimeout(draftTimer);
  draftTimer = undefined;
  tell({ type: 'draft', text: chat.draft, thread_id: chat.threadId });
}

chat.addEventListener('agentnook.draft', () => {
  // Before the shell has given the draft of the last start back, an empty composer is no news.
  if (!configured) return;
  clearTimeout(draftTimer);
  draftTimer = setTimeout(keepDraft, DRAFT_PAUSE_MILLISECONDS);
});
addEventListener('pagehide', keepDraft);
document.addEventListener('visibilitychange', keepDraft);

// A file that is dropped here must not replace the document.
for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());

/* ---- The handshake ---- */

/**
 * SECURITY: only the shell, which embeds this document, and only with the nonce it was just told.
 * @param {MessageEvent} event
 */
function takePort(event) {
  const { data, origin, source, ports } = event;
  if (origin !== SHELL_ORIGIN || source !== parent || parent === window) return;
  if (data?.type !== 'shell.port' || data.v !== VERSION || data.nonce !== nonce || ports.length !== 1) return;
  removeEventListener('message', takePort);
  port = ports[0];
  port.onmessage = receive;
  tell({ type: 'ready', interface: 'builtin' });
}

addEventListener('message', takePort);
await chat.updateComplete;
parent.postMessage({ type: 'chat.hello', v: VERSION, nonce }, SHELL_ORIGIN);
