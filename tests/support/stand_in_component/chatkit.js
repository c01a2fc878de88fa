// A stand-in for OpenAI's script, as strict and as silent as the real one is known to be. Its folder names its mode.
(() => {
  const base = new URL('.', document.currentScript.src);
  const mode = base.pathname.split('/').at(-2);
  const REPLACED = '[ChatKitMethod]';
  const STYLE = ':host { display: block; height: 100%; width: 100% } .ck-wrapper, iframe { border: 0; height: 100%; width: 100% }';

  /** Seconds since 1970. */
  const now = () => String((performance.timeOrigin + performance.now()) / 1000);

  /** What crosses to the frame: every function is a word. */
  const withoutFunctions = (value) => {
    if (typeof value === 'function') return REPLACED;
    if (Array.isArray(value)) return value.map(withoutFunctions);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutFunctions(each)]));
  };

  class StandInChatKit extends HTMLElement {
    #options = null;
    #frame = null;
    #loaded = Promise.withResolvers();
    #asked = new Map();
    #isDead = false;

    constructor() {
      super();
      if (location.origin === 'null') throw new TypeError('Invalid base URL');
      this.attachShadow({ mode: 'open' });
      this.hear = (event) => this.#receive(event);
    }

    connectedCallback() {
      // Nothing begins again in an element that was taken out.
      if (this.#isDead) return;
      addEventListener('message', this.hear);
      this.#begin();
    }

    disconnectedCallback() {
      this.#isDead = true;
      removeEventListener('message', this.hear);
    }

    setOptions(options) {
      this.#options = options;
      this.dataset.colorScheme = options.theme?.colorScheme ?? options.theme ?? 'light';
      this.dataset.attachments = String(options.composer?.attachments?.enabled ?? false);
      this.dataset.options = JSON.stringify(withoutFunctions(options));
      // It changes what it is given.
      if (options.threadItemActions) delete options.threadItemActions.share;
      if (this.#frame === null) return this.#begin();
      void this.#loaded.promise.then(() => this.#post({ type: 'options', options: withoutFunctions(options) }));
    }

    #begin() {
      if (!this.isConnected || this.#options === null || this.#frame !== null || mode === 'never-ready') return;
      const style = Object.assign(document.createElement('style'), { textContent: STYLE });
      const wrapper = Object.assign(document.createElement('div'), { className: 'ck-wrapper' });
      const frame = document.createElement('iframe');
      Object.assign(frame, { className: 'ck-iframe', name: 'chatkit', allow: 'clipboard-read; clipboard-write; microphone' });
      frame.setAttribute('role', 'presentation');
      frame.setAttribute('tabindex', '0');
      const start = { options: withoutFunctions(this.#options), referrer: location.origin };
      frame.src = `${new URL('frame.html', base)}#${encodeURIComponent(JSON.stringify(start))}`;
      frame.addEventListener('load', () => {
        this.dataset.loaded = 'true';
        this.#loaded.resolve();
        this.dispatchEvent(new CustomEvent('chatkit.ready', { bubbles: true, composed: true }));
        if (mode === 'vanishing') setTimeout(() => wrapper.remove(), 100);
        if (mode === 'collapsing') setTimeout(() => (wrapper.style.height = '0'), 100);
      });
      this.#frame = frame;
      wrapper.append(frame);
      this.shadowRoot.append(style, wrapper);
    }

    #post(message) {
      this.#frame.contentWindow?.postMessage({ __standIn: true, ...message }, base.origin);
    }

    async #receive({ data, origin, source }) {
      if (data?.__standIn !== true || origin !== base.origin || source !== this.#frame?.contentWindow) return;
      if (data.type === 'event') return this.#tell(data.name, data.detail);
      if (data.type === 'unmount') return this.shadowRoot.querySelector('.ck-wrapper')?.remove();
      if (data.type === 'settled') {
        const { resolve, reject } = this.#asked.get(data.nonce);
        return data.error === undefined ? resolve() : reject(new Error(data.error));
      }
      if (data.type === 'call') return this.#answer(data);
    }

    #tell(name, detail) {
      const error = detail?.error && Object.assign(new Error(detail.error.message), { name: detail.error.name });
      this.dispatchEvent(new CustomEvent(name, { detail: error ? { error } : (detail ?? undefined) }));
    }

    /** The frame calls a handler: always the newest options' own. */
    async #answer({ nonce, name, argument }) {
      const { api, onClientTool } = this.#options;
      const handlers = {
        getClientSecret: api.getClientSecret,
        onClientTool,
        fetch: api.fetch && ((body) => this.#fetch(body)),
        upload: api.fetch && ((upload) => this.#upload(upload)),
        pickFiles: () => this.#pickFiles(),
      };
      try {
        if (handlers[name] === undefined) {
          this.#tell('chatkit.error', { error: { name: 'IntegrationError', message: `No handler for ${name}` } });
          throw new Error(`No handler for ${name}`);
        }
        if (name === 'getClientSecret') this.dataset.secretAsked ??= now();
        const value = await handlers[name](argument);
        if (name === 'getClientSecret') this.dataset.secretDelivered ??= now();
        this.#post({ type: 'answer', nonce, value });
      } catch (error) {
        // What cannot be cloned leaves the frame without an answer, as the real one does.
        this.#post({ type: 'answer', nonce, error });
      }
    }

    /** For a server of one's own, requests leave from the host page. */
    async #fetch(body) {
      const { url, fetch } = this.#options.api;
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    }

    /** The bytes of a file leave from the host page too, for wherever the server said. */
    async #upload({ url, method, headers, file }) {
      const answer = await this.#options.api.fetch(url, { method, headers, body: file });
      return answer.status;
    }

    /** The frame cannot open the system's chooser: a field of the host page does. */
    #pickFiles() {
      const field = Object.assign(document.createElement('input'), { type: 'file', multiple: true, hidden: true });
      const picked = Promise.withResolvers();
      const finish = (files) => {
        picked.resolve(files);
        field.remove();
      };
      field.addEventListener('change', () => finish([...field.files]));
      field.addEventListener('cancel', () => finish([]));
      this.shadowRoot.append(field);
      field.click();
      return picked.promise;
    }

    async #ask(name, argument) {
      await this.#loaded.promise;
      const nonce = crypto.randomUUID();
      const asked = Promise.withResolvers();
      this.#asked.set(nonce, asked);
      this.#post({ type: 'method', nonce, name, argument });
      return asked.promise;
    }

    focusComposer() {
      return this.#ask('focusComposer');
    }
    setThreadId(id) {
      return this.#ask('setThreadId', id);
    }
    sendUserMessage(message) {
      return this.#ask('sendUserMessage', message);
    }
    setComposerValue(value) {
      return this.#ask('setComposerValue', value);
    }
    fetchUpdates() {
      return this.#ask('fetchUpdates');
    }
    sendCustomAction(action, itemId) {
      return this.#ask('sendCustomAction', { action, itemId });
    }
    showHistory() {
      return this.#ask('showHistory');
    }
    hideHistory() {
      return this.#ask('hideHistory');
    }
  }

  // Defining comes later than loading.
  if (mode !== 'undefined') setTimeout(() => customElements.define('openai-chatkit', StandInChatKit));
  if (mode === 'hostile') {
    const script = document.createElement('script');
    script.src = new URL('hostile.js', base);
    document.head.append(script);
  }
})();
