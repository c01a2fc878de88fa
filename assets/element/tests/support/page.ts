/** Runs the chat page's own script in a page made of stand-ins: a parent, a document, and an element that notes calls. */

import { registerHooks } from 'node:module';
import type { TestContext } from 'node:test';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { until } from './until.ts';

const PAGE = new URL('../../../chat/builtin.js', import.meta.url);
const WORDS = new URL('../../view/words.ts', import.meta.url);

// The built element needs a browser; the page only takes its words from it.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === './dist/agentnook-chat.js') return next(WORDS.href, context);
    const resolved = next(specifier, context);
    return resolved.url.endsWith('.js') || resolved.url.includes('.js?') ? { ...resolved, format: 'module' } : resolved;
  },
});

export class StandInChat extends EventTarget {
  readonly calls: [name: string, ...args: any[]][] = [];
  readonly updateComplete = Promise.resolve(true);
  draft = '';
  threadId: string | null = null;
  serverState: unknown = null;
  options: any = null;
  busy = false;

  setOptions(options: { initialThread: string | null }): void {
    this.options = options;
    this.threadId = options.initialThread;
  }

  async setComposerValue(value: { text: string }): Promise<void> {
    this.calls.push(['setComposerValue', value]);
    this.write(value.text);
  }

  async sendUserMessage(message: object): Promise<void> {
    if (this.busy) throw Object.assign(new Error('busy'), { code: 'busy' });
    this.calls.push(['sendUserMessage', message]);
  }

  putBack(text: string): void {
    this.calls.push(['putBack', text]);
    this.draft = [text, this.draft].filter((part) => part !== '').join('\n\n');
  }

  async showThread(threadId: string | null): Promise<void> {
    this.calls.push(['showThread', threadId]);
  }

  async stop(): Promise<void> {
    this.calls.push(['stop']);
  }

  async focusComposer(): Promise<void> {
    this.calls.push(['focusComposer']);
  }

  async showHistory(): Promise<void> {
    this.calls.push(['showHistory']);
  }

  async hideHistory(): Promise<void> {
    this.calls.push(['hideHistory']);
    this.say('chatkit.history.close');
  }

  querySelector(): null {
    return null;
  }

  say(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  write(text: string): void {
    this.draft = text;
    this.say('agentnook.draft', { text, threadId: this.threadId });
  }
}

/** A link, as far as the page looks at one. */
class StandInLink extends EventTarget {
  readonly href: string;

  constructor(href: string) {
    super();
    this.href = href;
  }
}

/** The properties that the page lays on its root. */
class StandInStyle extends Map<string, string> {
  setProperty(name: string, value: string): void {
    this.set(name, value);
  }

  removeProperty(name: string): void {
    this.delete(name);
  }
}

interface Hello {
  readonly message: { type: string; v: number; nonce: string };
  readonly target: string;
}

export class Page extends EventTarget {
  readonly chat = new StandInChat();
  readonly root = { lang: '', dataset: {} as Record<string, string>, style: new StandInStyle(), toggleAttribute: () => true };
  readonly hellos: Hello[] = [];
  readonly heard: Record<string, any>[] = [];
  readonly parent = {
    postMessage: (message: Hello['message'], target: string) => this.hellos.push({ message, target }),
  };
  readonly document = Object.assign(new EventTarget(), {
    querySelector: () => this.chat,
    documentElement: this.root,
    body: new EventTarget(),
    activeElement: null as EventTarget | null,
  });
  readonly #ports: MessagePort[] = [];
  #port: MessagePort | null = null;

  /** Load the page's script; without a parent, the page is its own. */
  static async load(context: TestContext, { embedded = true } = {}): Promise<Page> {
    const page = new Page();
    context.after(() => page.#ports.forEach((port) => port.close()));
    Object.assign(globalThis, {
      window: globalThis,
      parent: embedded ? page.parent : globalThis,
      document: page.document,
      location: { port: '4711' },
      HTMLAnchorElement: StandInLink,
      getComputedStyle: () => ({ getPropertyValue: () => ' #0b6e69' }),
      addEventListener: page.addEventListener.bind(page),
      removeEventListener: page.removeEventListener.bind(page),
    });
    await import(`${PAGE.href}?${performance.now()}`);
    return page;
  }

  get nonce(): string {
    return this.hellos[0]?.message.nonce ?? '';
  }

  /** Offer a port the way the shell does, or with something wrong about it. */
  offer(wrong: { origin?: string; source?: unknown; data?: object; ports?: unknown[] } = {}): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const event = Object.assign(new Event('message'), {
      data: { type: 'shell.port', v: 1, nonce: this.nonce },
      origin: 'http://127.0.0.1:4711',
      source: this.parent,
      ports: [port2],
      ...wrong,
    });
    port1.on('message', (message) => this.heard.push(message));
    this.#ports.push(port1);
    this.dispatchEvent(event);
    return port1;
  }

  async open(configuration: object = {}): Promise<void> {
    this.#port = this.offer();
    this.tell({ ...CONFIGURATION, ...configuration });
    await until(() => this.chat.options !== null);
  }

  link(href: string): EventTarget {
    return new StandInLink(href);
  }

  /** Click where these stand, the innermost first; `answered` when one of them has done what was wanted. */
  press(path: EventTarget[], kind: 'click' | 'auxclick' = 'click', button = 0, { answered = false } = {}): Event {
    const event = new Event(kind, { bubbles: true, cancelable: true, composed: true });
    Object.assign(event, { button, composedPath: () => [...path, this.document] });
    // Whoever stands further in hears it first.
    if (answered) event.preventDefault();
    this.document.dispatchEvent(event);
    return event;
  }

  tell(message: object): void {
    this.#port?.postMessage(message);
  }

  async hear(type: string): Promise<Record<string, any>> {
    await until(() => this.heard.some((message) => message['type'] === type));
    return this.heard.findLast((message) => message['type'] === type) ?? {};
  }
}

export const CONFIGURATION = {
  type: 'configure',
  endpoint: { url: 'http://localhost:4712/chatkit', token: 'secret', capabilities: {} },
  locale: 'en',
  theme: { resolved: 'dark' },
  accents: { light: '#0b6e69', dark: '#5fd0c8' },
  thread_id: null,
  draft: '',
  agent_label: 'Demo guide',
};
