// The stand-in's own frame: options checked strictly, secrets asked for, a conversation with the server beside it.
const start = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const mode = location.pathname.split('/').at(-2);
const host = start.referrer;

/** What may stand where: 1 is a plain value or a function's word, [x] a list of x, {'*': x} any names. */
const icon = { icon: 1, onClick: 1 };
const prompt = { label: 1, prompt: 1, icon: 1 };
const font = { family: 1, src: 1, weight: 1, style: 1, display: 1, unicodeRange: 1 };
const color = {
  grayscale: { hue: 1, tint: 1, shade: 1 },
  accent: { primary: 1, level: 1 },
  surface: { background: 1, foreground: 1 },
};
const typography = { baseSize: 1, fontSources: [font], fontFamily: 1, fontFamilyMono: 1 };
const attachments = { enabled: 1, maxSize: 1, maxCount: 1, accept: { '*': [1] } };
const tool = { id: 1, label: 1, icon: 1, shortLabel: 1, placeholderOverride: 1, pinned: 1, persistent: 1 };
const model = { id: 1, label: 1, description: 1, disabled: 1, default: 1 };
const HOSTED = { getClientSecret: 1 };
const CUSTOM = { url: 1, domainKey: 1, fetch: 1, uploadStrategy: { type: 1, uploadUrl: 1 } };
const KNOWN = {
  locale: 1,
  theme: { colorScheme: 1, typography, radius: 1, density: 1, color },
  frameTitle: 1,
  initialThread: 1,
  onClientTool: 1,
  header: { enabled: 1, title: { enabled: 1, text: 1 }, leftAction: icon, rightAction: icon },
  history: { enabled: 1, showDelete: 1, showRename: 1 },
  startScreen: { greeting: 1, prompts: [prompt] },
  threadItemActions: { feedback: 1, retry: 1 },
  composer: { placeholder: 1, attachments, tools: [tool], models: [model], dictation: { enabled: 1 } },
  disclaimer: { text: 1, highContrast: 1 },
  entities: { onTagSearch: 1, onClick: 1, onRequestPreview: 1, showComposerMenu: 1 },
  commands: { enabled: 1, onSearch: 1, onSelect: 1 },
  widgets: { onAction: 1 },
  thread: { autoScroll: 1 },
};

function fault(value, known, at) {
  if (known === 1) return value !== null && typeof value === 'object' ? `✖ Invalid input → at ${at}` : '';
  if (Array.isArray(known)) {
    if (!Array.isArray(value)) return `✖ Invalid input → at ${at}`;
    return value.map((each) => fault(each, known[0], at)).find(Boolean) ?? '';
  }
  if (value === null || typeof value !== 'object') return `✖ Invalid input → at ${at}`;
  for (const [name, each] of Object.entries(value)) {
    const next = known['*'] ?? (Object.hasOwn(known, name) ? known[name] : undefined);
    if (next === undefined) return `✖ Unrecognized key: "${name}" → at ${at}`;
    const found = fault(each, next, `${at}.${name}`);
    if (found) return found;
  }
  return '';
}

function optionsFault({ api, theme, ...rest }) {
  if (api === undefined) return '✖ Invalid input → at api';
  const isHosted = 'getClientSecret' in api;
  const found = fault(api, isHosted ? HOSTED : CUSTOM, 'api') || (isHosted || api.domainKey ? '' : '✖ Invalid input → at api');
  if (found) return found;
  const attaches = rest.composer?.attachments?.enabled === true;
  if (!isHosted && attaches && !api.uploadStrategy) return '✖ Invalid input → at api.uploadStrategy';
  if (typeof theme === 'string') return ['light', 'dark'].includes(theme) ? '' : '✖ Invalid input → at theme';
  return fault({ theme: theme ?? {}, ...rest }, KNOWN, 'options');
}

/** The whole options of now, or null: they were refused, which nobody but this console hears. */
function checked(options) {
  const found = optionsFault(options);
  if (!found) return options;
  console.error(`InvalidFrameParamsError: Invalid frame params: ChatKit.create(): ${found}`);
  return null;
}

let options = checked(start.options);
let secret = null;
let renewal = 0;
let threadId = null;
let busy = false;
const calls = new Map();
/** More of a file is not looked at: it would have to be in memory. */
const MOST_READ_BYTES = 1024 * 1024;
/** What goes with the next message. */
const attached = [];

const post = (message) => parent.postMessage({ __standIn: true, ...message }, host);
const tell = (name, detail) => post({ type: 'event', name, detail });
const fail = (name, message) => tell('chatkit.error', { error: { name, message } });

function ask(name, argument) {
  const nonce = crypto.randomUUID();
  const asked = Promise.withResolvers();
  calls.set(nonce, asked);
  post({ type: 'call', nonce, name, argument });
  return asked.promise;
}

const METHODS = {
  focusComposer: () => document.querySelector('textarea').focus(),
  setThreadId: (id) => openThread(id),
  sendUserMessage: ({ text }) => void converse(text),
  setComposerValue: ({ text, files = [] }) => {
    if (text !== undefined) document.querySelector('textarea').value = text;
    return attachAll(files);
  },
  fetchUpdates: () => undefined,
  sendCustomAction: () => undefined,
  showHistory: () => tell('chatkit.history.open'),
  hideHistory: () => tell('chatkit.history.close'),
};

addEventListener('message', async ({ data, source, origin }) => {
  if (data?.__standIn !== true || source !== parent || origin !== host) return;
  if (data.type === 'answer') {
    const { resolve, reject } = calls.get(data.nonce);
    return data.error === undefined ? resolve(data.value) : reject(data.error);
  }
  if (data.type === 'options') {
    options = checked(data.options);
    return options === null ? document.body.replaceChildren() : wear();
  }
  if (data.type !== 'method') return;
  // A frame that has refused its options answers nothing.
  if (document.querySelector('textarea') === null) return;
  if (busy) return post({ type: 'settled', nonce: data.nonce, error: `ChatKit is busy: ${data.name}` });
  await METHODS[data.name](data.argument);
  post({ type: 'settled', nonce: data.nonce });
});

function wear() {
  document.documentElement.dataset.scheme = options.theme?.colorScheme ?? options.theme ?? 'light';
}

function draw() {
  const name = Object.assign(document.createElement('h1'), { textContent: 'A stand-in for OpenAI’s ChatKit' });
  const log = Object.assign(document.createElement('div'), { id: 'log' });
  log.setAttribute('role', 'log');
  const box = document.createElement('textarea');
  box.setAttribute('aria-label', 'Message the stand-in');
  box.rows = 2;
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const text = box.value;
    box.value = '';
    void converse(text);
  });
  document.body.replaceChildren(name, log, box);
  if (options.composer?.dictation?.enabled) document.body.append(dictateButton());
  if (!options.composer?.attachments?.enabled) return;
  const button = Object.assign(document.createElement('button'), { textContent: 'Attach files' });
  button.addEventListener('click', async () => attachAll(await ask('pickFiles')));
  document.body.append(button);
}

// As any page that takes files: those that are dropped on it, and those that are pasted.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void attachAll(event.dataTransfer.files);
});
addEventListener('paste', ({ clipboardData }) => void attachAll(clipboardData.files));

async function attachAll(files) {
  for (const file of files) await attach(file);
}

/** One press hears, the next one stops; the server beside this frame hears what came of it. */
function dictateButton() {
  const button = Object.assign(document.createElement('button'), { id: 'dictate', textContent: 'Dictate' });
  button.style.cssText = 'position: fixed; right: 8px; bottom: 8px; width: 120px; height: 40px';
  let stream = null;
  const toggle = async () => {
    if (stream !== null) {
      stream.getTracks().forEach((track) => track.stop());
      stream = null;
      return 'stopped';
    }
    stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    return stream === null ? 'refused' : 'heard';
  };
  button.addEventListener('click', async () => void fetch(`microphone-${await toggle()}`));
  return button;
}

/** In two phases: the server says where the bytes go, and they go there. */
async function attach(file) {
  if ('getClientSecret' in options.api) return attachHosted(file);
  try {
    const { name, size, type: mime_type } = file;
    const { json: made } = await askOwn({ type: 'attachments.create', params: { name, size, mime_type } });
    const { url, method, headers } = made.upload_descriptor;
    const status = await ask('upload', { url, method, headers, file });
    if (status >= 400) throw new Error(String(status));
    attached.push(made.id);
    showAttachment(made);
  } catch (error) {
    fail('FileAttachmentError', `Failed to upload file: ${error.message}`);
  }
}

/** Where the files of a hosted conversation go is not this program's; what came can be read. */
async function attachHosted(file) {
  const at = performance.timeOrigin + performance.now();
  const isSmall = file.size <= MOST_READ_BYTES;
  const read = isSmall ? await crypto.subtle.digest('SHA-256', await file.arrayBuffer()) : new ArrayBuffer(0);
  const sum = [...new Uint8Array(read)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { name, type, size } = file;
  show(name);
  attached.push(name);
  // The server beside this frame hears what came, and when.
  await fetch(`attached-${encodeURIComponent(JSON.stringify({ name, type, size, sum, at }))}`);
}

function showAttachment({ name, preview_url: src }) {
  if (src === undefined) return show(name);
  document.getElementById('log').append(Object.assign(document.createElement('img'), { src, alt: name }));
}

function show(text) {
  const line = Object.assign(document.createElement('p'), { textContent: text });
  document.getElementById('log').append(line);
  line.scrollIntoView({ block: 'end' });
}

async function fetchSecret() {
  const given = await ask('getClientSecret', secret);
  if (typeof given !== 'string') throw new Error('no secret');
  secret = given;
}

/** Ask for the next secret while the one of now is still good. */
function renewAhead(secondsLeft) {
  clearTimeout(renewal);
  renewal = setTimeout(() => void fetchSecret().catch(() => undefined), secondsLeft * 0.7 * 1000);
}

/** One request with the secret of now; one that has ended is replaced once. */
async function request(body, { again = true } = {}) {
  if (!('getClientSecret' in options.api)) return requestOwn(body);
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` };
  const answer = await fetch('conversation', { method: 'POST', headers, body: JSON.stringify(body) });
  const left = Number(answer.headers.get('Secret-Ends-In') ?? 0);
  if (left > 0) renewAhead(left);
  if (answer.status !== 401) return answer.json();
  if (!again) throw new Error('401');
  await fetchSecret();
  return request(body, { again: false });
}

/** The protocol of a server of one's own, in the words of the conversation beside this frame. */
async function requestOwn(body) {
  const { json, events } = await askOwn(body);
  if (json !== undefined) {
    const items = json.items?.data ?? [];
    return { items: items.flatMap(({ content = [] }) => content.map((part) => part.text)) };
  }
  return events.map((event) => {
    if (event.type !== 'thread.item.done') return event;
    const { type, content, attachments } = event.item;
    if (type === 'user_message') return { type: 'attachments', attachments };
    return type === 'assistant_message' ? { type: 'answer', text: content.map((part) => part.text).join('') } : event;
  });
}

async function askOwn(body) {
  const { status, type, text } = await ask('fetch', body);
  if (status >= 400) throw new Error(String(status));
  if (!type.startsWith('text/event-stream')) return { json: JSON.parse(text) };
  const events = text.split('\n').filter((line) => line.startsWith('data:'));
  return { events: events.map((line) => JSON.parse(line.slice(5))) };
}

async function openThread(id) {
  threadId = id;
  document.getElementById('log').replaceChildren();
  tell('chatkit.thread.change', { threadId });
  if (id === null) return;
  tell('chatkit.thread.load.start', { threadId });
  try {
    const { items } = await request({ type: 'threads.get_by_id', params: { thread_id: id } });
    items.forEach(show);
    tell('chatkit.thread.load.end', { threadId });
  } catch {
    fail('InitialThreadLoadError', 'Failed to load initial thread: not found');
  }
}

async function converse(text) {
  tell('chatkit.log', { name: 'composer.submit', data: { text: [{ text }] } });
  show(text);
  const attachments = attached.splice(0);
  const input = { content: [{ type: 'input_text', text }], attachments, quoted_text: '', inference_options: {} };
  const type = threadId === null ? 'threads.create' : 'threads.add_user_message';
  await respond({ type, params: { input, ...(threadId === null ? {} : { thread_id: threadId }) } });
}

async function respond(body) {
  busy = true;
  tell('chatkit.response.start');
  let call = null;
  try {
    const events = await request(body);
    for (const event of events) {
      if (event.type === 'thread.created') {
        threadId = event.thread.id;
        tell('chatkit.thread.change', { threadId });
      }
      if (event.type === 'client_tool_call') call = event;
      if (event.type === 'answer') show(event.text);
      if (event.type === 'attachments') event.attachments.forEach(showAttachment);
      if (event.type === 'effect') tell('chatkit.effect', { name: event.name, data: event.data });
      if (event.type === 'deeplink') tell('chatkit.deeplink', { name: event.name, data: event.data });
    }
  } catch (error) {
    fail('StreamError', String(error.message));
  }
  // The composer is free before the tool has answered.
  const result = call && ask('onClientTool', { name: call.name, params: call.params });
  busy = false;
  tell('chatkit.response.end');
  if (result === null) return;
  const outcome = await result.then(
    (value) => ({ value }),
    (error) => ({ error: error.message }),
  );
  await respond({ type: 'threads.add_client_tool_output', params: { thread_id: threadId, result: outcome } });
}

async function begin() {
  if (options === null || mode === 'broken-frame') return;
  if (mode === 'domain-refused') {
    fail('DomainVerificationRequestError', 'Domain verification request failed with 401');
    setTimeout(() => post({ type: 'unmount' }), 300);
    return;
  }
  if (mode === 'silent') return;
  draw();
  wear();
  if ('getClientSecret' in options.api) await fetchSecret();
  if (options.initialThread) await openThread(options.initialThread);
}

// The host hears `load` first, as of any other frame.
addEventListener('load', () => setTimeout(() => void begin().catch((error) => console.error(String(error)))));
