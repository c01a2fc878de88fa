// @ts-check
/**
 * The chat document of the built-in element: everything between the element and the shell.
 *
 * This document says `chat.hello` with a nonce to its parent and takes the one port that comes back with that nonce from
 * the shell's own origin. Through the port the shell says where the chat host is, which theme and thread to show, and what
 * the person pressed; this document says what the conversation is doing, keeps the unsent text in Python's hands, asks
 * for the client tools that an agent wants, and hands over the links that are pressed. Requests carry an id and are
 * answered by `reply`.
 *
 * The bridge is out of reach from here: this origin holds the chat host's token of this start and nothing else.
 */
import { wordsFrom } from './dist/agentnook-chat.js';

const VERSION = 1;
const SHELL_ORIGIN = `http://127.0.0.1:${location.port}`;
const MOST_DRAFT_CHARACTERS = 1_000_000;
const MOST_TITLE_CHARACTERS = 300;
/** The shell asks the person and answers before this, unless it is gone. */
const TOOL_DEADLINE_MILLISECONDS = 20 * 60_000;
/** The shell drops a request that it cannot pass on, without a reply. */
const TOOL_NAME = /^[a-z][a-z0-9_.]{0,63}$/;
const MOST_TOOL_CHARACTERS = 60_000;
/** What a fork may call its accent: the form that app/brand.py asks for. */
const ACCENT = /^#[0-9a-f]{6}$/i;
/** It opens the menu of a link, not the link. */
const SECONDARY_BUTTON = 2;

/**
 * @typedef {{type: string} & Record<string, any>} Message
 * @typedef {{code: string, message: string, hint: string, retryable: boolean}} ErrorEnvelope
 * @typedef {object} Waiting
 * @property {(value: any) => void} resolve
 * @property {(error: ErrorEnvelope) => void} reject
 * @property {ReturnType<typeof setTimeout>} timer
 */

const found = document.querySelector('agentnook-chat');
if (found === null) throw new Error('This document has no chat element.');
const chat = found;
const words = wordsFrom();
const nonce = crypto.randomUUID();

/** @type {MessagePort | null} */
let port = null;
/** @type {Map<string, Waiting>} */
const waiting = new Map();
let requests = 0;
let historyWanted = false;
/** @type {Record<'light' | 'dark', string>} */
let accents = { light: '', dark: '' };
/** The draft as the shell has it, as JSON; null before the shell has given back the one of the last start. */
/** @type {string | null} */
let keptDraft = null;

/* ---- What the shell says ---- */

/** @type {Record<string, (message: Message) => unknown>} */
const RECEIVE = {
  configure,
  theme: ({ resolved }) => wearTheme(resolved),
  locale: ({ locale }) => (document.documentElement.lang = locale),
  thread: ({ thread_id }) => chat.showThread(thread_id),
  history: ({ open }) => showHistory(open),
  compose: ({ text }) => chat.setComposerValue({ text }),
  send: ({ text }) => chat.sendUserMessage({ text }),
  focus: () => chat.focusComposer(),
  stop: () => chat.stop(),
  ping: ({ n }) => tell({ type: 'pong', n }),
  endpoint: ({ state, message }) => (chat.serverState = { state, message }),
};

/** @param {MessageEvent<Message>} event */
async function receive({ data }) {
  if (data?.type === 'reply') return settle(data);
  if (!Object.hasOwn(RECEIVE, data?.type)) return;
  try {
    await RECEIVE[data.type]?.(data);
  } catch (error) {
    // The element is busy, or was asked for what it cannot do: the person sees it there, the log hears of it here.
    tell({ type: 'note', level: 'warning', message: `${data.type}: ${/** @type {any} */ (error)?.code ?? 'failed'}` });
  }
}

/** @param {Message} message */
function configure({ endpoint, locale, theme, accents: ofBrand, thread_id, draft, agent_label, reduced_motion = false }) {
  document.documentElement.lang = locale;
  document.documentElement.toggleAttribute('data-reduced-motion', reduced_motion);
  accents = ofBrand;
  wearTheme(theme.resolved);
  chat.setOptions({
    api: { url: endpoint.url, fetch: withToken(endpoint.token) },
    locale,
    agentLabel: agent_label,
    initialThread: thread_id,
    onClientTool: ({ name, params }) => askForTool(name, params),
    // The window's bar has the title, the history and a new conversation.
    header: { enabled: false },
    threadItemActions: { feedback: true, retry: true },
    startScreen: { greeting: words('element.greeting'), prompts: startPrompts() },
    disclaimer: { text: words('element.disclaimer.local', { agent: agent_label }) },
  });
  if (keptDraft !== null) return;
  keptDraft = JSON.stringify({ text: draft, thread_id: chat.threadId });
  // Whoever has written meanwhile goes on behind it.
  if (draft !== '') chat.putBack(draft);
  tellDraft({ text: chat.draft, threadId: chat.threadId });
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
  const { dataset, style } = document.documentElement;
  dataset['theme'] = resolved;
  wearAccent(style, accents[resolved]);
}

/**
 * Lay a fork's own accent over that of the tokens, as the shell does; its tint is mixed from it.
 * @param {CSSStyleDeclaration} style
 * @param {string} accent
 */
function wearAccent(style, accent) {
  style.removeProperty('--accent');
  style.removeProperty('--accent-tint');
  const own = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  // SECURITY: nothing but a colour becomes part of the page's style.
  if (!ACCENT.test(accent) || accent === own) return;
  style.setProperty('--accent', accent);
  style.setProperty('--accent-tint', 'color-mix(in srgb, var(--accent) 12%, var(--surface))');
}

/** @param {boolean} open */
async function showHistory(open) {
  historyWanted = open;
  await (open ? chat.showHistory() : chat.hideHistory());
}

/* ---- What the shell hears ---- */

/** @param {Message} message */
function tell(message) {
  port?.postMessage(message);
}

/**
 * Ask the shell for a tool of this computer and wait for its result.
 * @param {string} name
 * @param {Record<string, unknown>} params
 * @returns {Promise<Record<string, unknown>>}
 */
function askForTool(name, params) {
  return new Promise((resolve, reject) => {
    if (!TOOL_NAME.test(name)) return reject(refusal('unknown_tool', words('element.tool.unknown')));
    if (JSON.stringify(params).length > MOST_TOOL_CHARACTERS) {
      return reject(refusal('invalid_arguments', words('element.tool.too_long')));
    }
    const id = `chat-${(requests += 1)}`;
    const late = refusal('deadline_exceeded', words('element.failure.deadline'));
    const timer = setTimeout(() => settle({ id, ok: false, error: late }), TOOL_DEADLINE_MILLISECONDS);
    waiting.set(id, { resolve, reject, timer });
    tell({ type: 'client_tool', id, name, params });
  });
}

/** @param {Record<string, any>} reply */
function settle({ id, ok, value, error }) {
  const request = waiting.get(id);
  if (request === undefined) return;
  waiting.delete(id);
  clearTimeout(request.timer);
  if (ok === true) request.resolve(value);
  else request.reject(error);
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {ErrorEnvelope}
 */
function refusal(code, message) {
  return { code, message, hint: '', retryable: false };
}

chat.addEventListener('agentnook.state', ({ detail: { busy, threadId, title } }) => {
  tell({ type: 'state', busy, thread_id: threadId, title: title && cut(title, MOST_TITLE_CHARACTERS) });
});
chat.addEventListener('chatkit.effect', ({ detail: { name, data } }) => tell({ type: 'effect', name, data }));
chat.addEventListener('chatkit.deeplink', ({ detail: { name, data } }) => tell({ type: 'deeplink', name, data }));
chat.addEventListener('chatkit.error', ({ detail: { error } }) => {
  tell({ type: 'error', code: /** @type {any} */ (error).code ?? 'failed', message: error.name });
});
chat.addEventListener('chatkit.history.close', () => {
  // The person closed it in here, so the shell's button has to hear of it.
  if (historyWanted) tell({ type: 'shortcut', name: 'history' });
  historyWanted = false;
});

chat.addEventListener('agentnook.draft', ({ detail }) => tellDraft(detail));

/**
 * Told at once, letter by letter: this page may die at any moment. Before the shell has given back the draft of the last
 * start, an empty composer is no news.
 * @param {{text: string, threadId: string | null}} draft
 */
function tellDraft({ text, threadId }) {
  const draft = { text: cut(text, MOST_DRAFT_CHARACTERS), thread_id: threadId };
  if (keptDraft === null || keptDraft === JSON.stringify(draft)) return;
  keptDraft = JSON.stringify(draft);
  tell({ type: 'draft', ...draft });
}

/**
 * The shell passes on no more than Python can take, and no half of a character.
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  return text.slice(0, most).replace(/\p{Surrogate}/gu, '');
}

// WebKit lets a script in here move the keyboard only once the person has pressed something: a letter that nothing waits
// for is the beginning of a message.
addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (key.length === 1 && !ctrlKey && !metaKey && !altKey && document.activeElement === document.body) {
    void chat.focusComposer();
  }
});

// Neither a file that is dropped here nor a link replaces the document; where a link goes, the shell asks the person.
for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
for (const kind of /** @type {const} */ (['click', 'auxclick'])) {
  document.addEventListener(kind, (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement && each.href !== '');
    // What the element has answered itself is no link that leads out.
    if (link === undefined || event.defaultPrevented || event.button === SECONDARY_BUTTON) return;
    event.preventDefault();
    tell({ type: 'link', url: /** @type {HTMLAnchorElement} */ (link).href });
  });
}

/* ---- The handshake ---- */

/**
 * SECURITY: only the shell, which embeds this document, and only with the nonce it was just told.
 * @param {MessageEvent} event
 */
function takePort({ data, origin, source, ports }) {
  if (origin !== SHELL_ORIGIN || source !== parent || ports.length !== 1) return;
  if (data?.type !== 'shell.port' || data.v !== VERSION || data.nonce !== nonce) return;
  removeEventListener('message', takePort);
  port = /** @type {MessagePort} */ (ports[0]);
  port.onmessage = receive;
  tell({ type: 'ready', interface: 'builtin' });
}

// A page that is opened on its own has nobody to talk to.
if (parent !== window) {
  await chat.updateComplete;
  addEventListener('message', takePort);
  parent.postMessage({ type: 'chat.hello', v: VERSION, nonce }, SHELL_ORIGIN);
}
