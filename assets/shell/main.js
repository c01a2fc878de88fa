// @ts-check
/**
 * Where the shell is put together, in the order in which a person sees it.
 *
 * The first frame is index.html. The chat frame starts loading at once, beside the bridge and the words; when Python
 * has said hello the bar gets its values and the chat its address. What only appears on demand (sheets, the questions
 * about tools and links) is fetched behind that. If Python never answers, the strip says so and offers to load the page
 * again.
 */
import { AppState, connectionValues } from './app_state.js';
import { bridge } from './bridge.js';
import { Chat } from './chat.js';
import { chatAddress } from './chat_frame.js';
import { PROTOCOL_VERSION } from './contract.js';
import { byId } from './dom.js';
import { COMES_FORWARD, personActed } from './gesture.js';
import { OnDemand } from './on_demand.js';
import { keepPageInPlace } from './page_guards.js';
import { ProblemStrip, recovered } from './problem_strip.js';
import { loadCatalogue, text } from './strings.js';
import { followTheme, nextChoice } from './theme.js';
import { followTopBar, startTopBar } from './top_bar.js';

const BRIDGE_DEADLINE_MILLISECONDS = 10_000;

const words = loadCatalogue();
const darkScheme = matchMedia('(prefers-color-scheme: dark)');
const state = new AppState({ theme: darkScheme.matches ? 'dark' : 'light' });
const onDemand = new OnDemand(loadOnDemand);
let isExplained = false;

const problems = byId('problems', HTMLElement);
const strip = new ProblemStrip(problems, () => showSheet('diagnostics'), () => chat.focus());
const place = byId('conversation', HTMLElement);
const chat = new Chat({
  bridge,
  state,
  strip,
  place,
  frameTitle: place.getAttribute('aria-label') ?? '',
  address: (chosen) => chatAddress(location, chosen),
  openLink,
  explain: () => void explain(),
  callEnded: () => void demand(({ sheets }) => sheets.callsChanged()),
  openPlace: (place) => (place === 'history' ? chat.toggleHistory() : void showSheet(...sheetOf(place))),
});

chat.start();
keepPageInPlace(document, openLink);
startTopBar(state, {
  toggleHistory: () => chat.toggleHistory(),
  newConversation: () => chat.newConversation(),
  changeTheme: () => void changeTheme(),
  connections: async () => (await demand(({ sheets }) => sheets.connectionItems())) ?? [],
  more: async () => (await demand(({ sheets }) => sheets.items())) ?? [],
});
hearPython();
// Fetched once the chat is on its way; whoever needs it is told when it cannot be had.
void open().then(() => onDemand.get().catch(() => undefined));

/**
 * Use what is fetched on demand; when it cannot be had, the person hears of it and nothing is returned.
 * @template Result
 * @param {(parts: Awaited<ReturnType<typeof loadOnDemand>>) => Result | Promise<Result>} use
 */
async function demand(use) {
  try {
    return await use(await onDemand.get());
  } catch (error) {
    strip.showError('demand', error, { label: text('shell.problem.retry'), run: () => location.reload() });
    return undefined;
  }
}

async function loadOnDemand() {
  const [{ Attachments }, { LinkOpener }, { followRecording }, { Sheets }, { ToolPrompt }] = await Promise.all([
    import('./attachments.js'),
    import('./link_prompt.js'),
    import('./recording.js'),
    import('./sheets.js'),
    import('./tool_prompt.js'),
  ]);
  const connected = chat.changeConnection.bind(chat);
  const sheets = new Sheets({ bridge, state, strip, connected });
  void sheets.load();
  followRecording(byId('recording', HTMLElement), { bridge, state, strip });
  new Attachments({ bridge, state, strip, attach: (files) => chat.attach(files) }).hear(document);
  const prompt = new ToolPrompt({ decide, acted: () => personActed(bridge) });
  return { links: new LinkOpener({ bridge, strip }), sheets, prompt };
}

async function open() {
  const watchdog = setTimeout(() => offerReload(text('shell.problem.bridge')), BRIDGE_DEADLINE_MILLISECONDS);
  try {
    await Promise.all([words, bridge.open]);
    takeHello(await bridge.call('app.hello', { v: PROTOCOL_VERSION }));
    clearTimeout(watchdog);
    strip.clear('bridge');
    followTheme(state, { root: document.documentElement, media: darkScheme });
    await chat.open();
    state.watch(['theme'], ({ theme }) => chat.themeChanged(theme));
    // The start screen offers to connect for as long as there is nothing but this computer.
    state.watch(['hasConnections'], () => void chat.configure());
  } catch (error) {
    clearTimeout(watchdog);
    strip.showError('bridge', error, { label: text('shell.problem.retry'), run: () => location.reload() });
  }
}

/** @param {import('./contract.js').Commands['app.hello']['returns']} hello */
function takeHello(hello) {
  if (hello.protocol !== PROTOCOL_VERSION) {
    // A page from before an update: once reloaded it is the new one; if not, only a new start helps.
    if (hello.page_loads <= 1) location.reload();
    throw Object.assign(new Error('protocol'), { code: 'restart_needed', message: text('shell.problem.restart') });
  }
  document.title = hello.name;
  byId('page-icon', HTMLLinkElement).href = `../${hello.icon}`;
  state.set({
    productName: hello.name,
    tagline: hello.tagline,
    homepage: hello.homepage,
    icon: hello.icon,
    accents: hello.accents,
    version: hello.version,
    engine: hello.engine,
    system: hello.system,
    development: hello.development,
    locale: hello.locale,
    ...connectionValues(hello.connection),
    hasConnections: hello.has_connections,
    chatScript: hello.chat_script,
    themeChoice: hello.theme.choice,
    theme: hello.theme.resolved,
    draft: hello.draft,
    pageLoads: hello.page_loads,
    threadId: hello.thread_id,
  });
  followTopBar(state);
  for (const notice of hello.notices) showNotice(notice);
}

function hearPython() {
  bridge.on('theme.changed', ({ theme, resolved }) => state.set({ themeChoice: theme, theme: resolved }));
  bridge.on('chat_host.changed', inWords(({ state: chatHost, message }) => chat.hostChanged(chatHost, message)));
  bridge.on('tool.asked', ask);
  bridge.on('tool.settled', ({ request_id }) =>
    demand(({ prompt, sheets }) => {
      prompt.settle(request_id);
      sheets.callsChanged();
    }),
  );
  bridge.on('microphone.asked', ask);
  bridge.on('microphone.used', ({ active }) => state.set({ microphoneUsed: active }));
  bridge.on('notice.raised', inWords(showNotice));
  bridge.on('notice.settled', inWords(settleNotice));
  bridge.on('page.recovered', inWords(({ reason }) => strip.show(recovered(reason))));
  // A page that cannot answer is what diagnostics wants to know of.
  bridge.on('page.asked', () => void bridge.call('diagnostics.answer', {}).catch(() => undefined));
  bridge.on('record.changed', ({ until_utc }) => {
    state.set({ recordedUntil: until_utc });
    void demand(() => undefined);
  });
  bridge.on('settings.changed', ({ key, value }) => demand(({ sheets }) => sheets.settingChanged(key, value)));
  bridge.on('export.changed', ({ export: made }) => demand(({ sheets }) => sheets.exportChanged(made)));
  // The engine saw the press, and has used it up: no document may have two windows for one.
  bridge.on('link.asked', ({ url }) => demand(({ links }) => links.open(url, true)));
  bridge.on('start.repeated', ({ new_conversation }) => {
    document.dispatchEvent(new Event(COMES_FORWARD));
    if (new_conversation) beginAnew();
  });
  bridge.on('shortcut.pressed', ({ name }) => press(name));
}

/** Whoever asks is outside of the window, a page perhaps: what runs, or waits for an answer, is not given up for it. */
function beginAnew() {
  if (!state.values.busy && document.querySelector('dialog[open]') === null) chat.newConversation();
}

/**
 * Pass on what a person is to read once there are words for it: a page that was opened again hears Python before that.
 * @template Data
 * @param {(data: Data) => void} tell
 * @returns {(data: Data) => void}
 */
function inWords(tell) {
  return (data) => {
    const now = () => tell(data);
    void words.then(now, now);
  };
}

/** @param {{code: string, message: string, hint: string}} notice */
function showNotice({ code, message, hint }) {
  strip.show({ id: `notice ${code}`, kind: 'warning', sentence: message, hint, canClose: true });
  // A sheet may lie over the strip, and be what waits.
  if (code === 'keyring_waits') state.set({ keyringNotice: `${message} ${hint}` });
  if (code === 'nothing_kept') state.set({ keepsNothing: true });
}

/** @param {{code: string}} notice */
function settleNotice({ code }) {
  strip.clear(`notice ${code}`);
  if (code === 'keyring_waits') state.set({ keyringNotice: '' });
}

/** @param {string} sentence */
function offerReload(sentence) {
  const action = { label: text('shell.problem.retry'), run: () => location.reload() };
  strip.show({ id: 'bridge', kind: 'danger', sentence, action });
}

async function changeTheme() {
  try {
    await bridge.call('settings.write', { key: 'theme', value: nextChoice(state.values.themeChoice) });
  } catch (error) {
    strip.showError('theme', error);
  }
}

/**
 * Ask the person; a question that cannot be shown is answered with no, or the agent would wait for nobody.
 * @param {import('./tool_prompt.js').Question} question
 */
async function ask(question) {
  const asked = await demand(({ prompt }) => {
    prompt.ask(question);
    return true;
  });
  if (!asked) await decide(question.request_id, 'deny');
}

/**
 * @param {string} request_id
 * @param {import('./tool_prompt.js').Decision} decision
 */
async function decide(request_id, decision) {
  try {
    await bridge.call('tool.decide', { request_id, decision });
  } catch (error) {
    strip.showError('decide', error);
  }
}

/** @param {string} url */
async function openLink(url) {
  // Engines forget a press within seconds; what answers it may have to be fetched first.
  const acted = await personActed(bridge);
  await demand(({ links }) => links.open(url, acted));
}

/**
 * @param {Exclude<import('./deep_links.js').PlaceName, 'history'>} place
 * @returns {[import('./sheets.js').Name, string?]}
 */
function sheetOf(place) {
  switch (place) {
    case 'connect_workflow':
      return ['connections', 'workflow'];
    case 'connect_session_service':
      return ['connections', 'session_service'];
    case 'connect_server':
      return ['connections', 'server'];
    default:
      return [place];
  }
}

/**
 * @param {import('./sheets.js').Name} name
 * @param {string} [part]  of the sheet, to begin with
 */
async function showSheet(name, part) {
  await demand(({ sheets }) => sheets.show(name, part));
}

/**
 * The chat does not come: diagnostics opens by itself, once in a start of the program, and over nothing else that is
 * open or written. It goes by itself as well when the chat comes after all, unless the person is at it by then.
 */
async function explain() {
  const isBusy = document.querySelector('dialog[open]') !== null || state.values.draft !== '';
  if (isExplained || isBusy || state.values.pageLoads > 1) return;
  isExplained = true;
  await showSheet('diagnostics');
  const sheet = document.querySelector('dialog.sheet');
  if (!(sheet instanceof HTMLDialogElement)) return;
  const follows = new AbortController();
  const leaveAlone = () => follows.abort();
  for (const kind of ['pointerdown', 'keydown', 'close']) {
    sheet.addEventListener(kind, leaveAlone, { signal: follows.signal });
  }
  const unwatch = state.watch(['chatReady'], ({ chatReady }) => {
    if (!chatReady) return;
    sheet.close();
    chat.focus();
  });
  follows.signal.addEventListener('abort', unwatch);
}

/** @param {string} name */
function press(name) {
  if (name === 'new') chat.newConversation();
  if (name === 'focus') chat.focus();
  if (name === 'history') chat.toggleHistory();
  if (name === 'settings' || name === 'diagnostics' || name === 'log') void showSheet(name);
}
