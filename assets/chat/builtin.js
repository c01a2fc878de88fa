// @ts-check
/**
 * The chat document of the built-in element: everything between the element and the shell.
 *
 * Through the port the shell says where the chat host is, which theme and thread to show, and what the person pressed;
 * this document says what the conversation is doing, keeps the unsent text in Python's hands, asks for the client tools
 * that an agent wants, and hands over the links that are pressed.
 *
 * The bridge is out of reach from here: this origin holds the chat host's token of this start and nothing else.
 */
import { wordsFrom } from './dist/agentnook-chat.js';
import { keepPageInPlace, wearTheme } from './page_conduct.js';
import { ShellPort, cut } from './shell_port.js';

const MOST_DRAFT_CHARACTERS = 1_000_000;
const MOST_TITLE_CHARACTERS = 300;
const START_CARDS = /** @type {const} */ (['workflow', 'session_service', 'server', 'local']);

/** @typedef {import('./shell_port.js').Message} Message */

const found = document.querySelector('agentnook-chat');
if (found === null) throw new Error('This document has no chat element.');
const chat = found;
const words = wordsFrom();

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
  theme: ({ resolved }) => wearTheme(resolved, accents),
  locale: ({ locale }) => (document.documentElement.lang = locale),
  thread: ({ thread_id }) => chat.showThread(thread_id),
  history: ({ open }) => showHistory(open),
  compose: ({ text }) => chat.setComposerValue({ text }),
  attach: ({ files }) => attach(files),
  send: ({ text }) => chat.sendUserMessage({ text }),
  focus: () => chat.focusComposer(),
  stop: () => chat.stop(),
  ping: ({ n }) => tell({ type: 'pong', n }),
  endpoint: ({ state, message }) => (chat.serverState = { state, message }),
};

const shell = new ShellPort({ table: RECEIVE, words });

/** @param {Message} message */
function configure(message) {
  const { endpoint, locale, theme, accents: ofBrand, thread_id, draft, agent_label, reduced_motion = false } = message;
  const { composer, start_screen, disclaimer } = message;
  showStartCards(message['start_cards'] === true);
  document.documentElement.lang = locale;
  document.documentElement.toggleAttribute('data-reduced-motion', reduced_motion);
  accents = ofBrand;
  wearTheme(theme.resolved, accents);
  // How this computer looks is said by nobody: only then these are its own words and prompts.
  chat.setOptions({
    api: { url: endpoint.url, fetch: withToken(endpoint.token), uploadHeaders: tokenHeader(endpoint.token) },
    locale,
    agentLabel: agent_label,
    initialThread: thread_id,
    onClientTool: ({ name, params }) => shell.askForTool(name, params),
    // The window's bar has the title, the history and a new conversation.
    header: { enabled: false },
    threadItemActions: { feedback: true, retry: true },
    composer: {
      placeholder: composer?.placeholder || words('element.composer.label'),
      attachments: composer?.attachments || undefined,
    },
    startScreen: {
      greeting: start_screen?.greeting || words('element.greeting'),
      prompts: start_screen?.prompts ?? startPrompts(),
    },
    disclaimer: disclaimer ?? { text: words('element.disclaimer.local', { agent: agent_label }) },
  });
  if (keptDraft !== null) return;
  keptDraft = JSON.stringify({ text: draft, thread_id: chat.threadId });
  // Whoever has written meanwhile goes on behind it.
  if (draft !== '') chat.putBack(draft);
  tellDraft({ text: chat.draft, threadId: chat.threadId });
}

/**
 * What one could talk to, above what this computer can be asked: cards of the page's own, in the element's place for it.
 * @param {boolean} wanted
 */
function showStartCards(wanted) {
  chat.querySelector('.start-cards')?.remove();
  if (!wanted) return;
  const cards = document.createElement('nav');
  cards.slot = 'start';
  cards.className = 'start-cards';
  cards.setAttribute('aria-label', words('element.start.connect'));
  cards.append(...START_CARDS.map(startCard));
  chat.append(cards);
}

/** @param {(typeof START_CARDS)[number]} kind */
function startCard(kind) {
  const card = document.createElement('button');
  card.type = 'button';
  card.className = 'start-card';
  for (const part of /** @type {const} */ (['label', 'needs'])) {
    const line = document.createElement('span');
    line.className = part;
    line.textContent = words(`element.start.${kind}.${part}`);
    card.append(line);
  }
  const connect = () => tell({ type: 'deeplink', name: `connect_${kind}`, data: {} });
  card.addEventListener('click', kind === 'local' ? stayHere : connect);
  return card;
}

/** This computer is talked to already: what is left is to write. */
function stayHere() {
  showStartCards(false);
  void chat.focusComposer();
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
 */
function tokenHeader(token) {
  return { 'X-Agentnook-Token': token };
}

/**
 * @param {string} token
 * @returns {typeof fetch}
 */
function withToken(token) {
  return (input, init) => fetch(input, { ...init, headers: { ...init?.headers, ...tokenHeader(token) } });
}

/** @param {File[]} files */
async function attach(files) {
  try {
    await chat.setComposerValue({ files });
  } catch {
    tell({ type: 'error', code: 'not_attached', message: 'setComposerValue' });
  }
}

/** @param {boolean} open */
async function showHistory(open) {
  historyWanted = open;
  await (open ? chat.showHistory() : chat.hideHistory());
}

/* ---- What the shell hears ---- */

/** @param {Message} message */
function tell(message) {
  shell.tell(message);
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

// WebKit lets a script in here move the keyboard only once the person has pressed something: a letter that nothing waits
// for is the beginning of a message.
addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (key.length === 1 && !ctrlKey && !metaKey && !altKey && document.activeElement === document.body) {
    void chat.focusComposer();
  }
});

keepPageInPlace((url) => tell({ type: 'link', url }));

if (parent !== window) {
  await chat.updateComplete;
  shell.open(() => tell({ type: 'ready', interface: 'builtin' }));
}
