// As much of a browser as the shell's questions need: a page with elements that hear events, and somebody at the keys.

class FakeElement extends EventTarget {
  constructor(tag) {
    super();
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  append(...children) {
    for (const child of children) {
      if (child instanceof FakeElement) child.parent = this;
      this.children.push(child);
    }
  }

  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }

  set textContent(words) {
    this.children = [words];
  }

  contains(other) {
    return this === other || this.find((each) => each === other).length > 0;
  }

  remove() {
    this.parent.children = this.parent.children.filter((child) => child !== this);
  }

  get isConnected() {
    return document.body.contains(this);
  }

  focus() {
    document.activeElement = this;
  }

  scrollIntoView() {}

  showModal() {
    this.open = true;
  }

  close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  get words() {
    return this.children.map((child) => child.words ?? child).join(' ');
  }

  /** By its tag. */
  querySelector(tag) {
    return this.find((each) => each.tag === tag)[0] ?? null;
  }

  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }

  get childElementCount() {
    return this.children.filter((child) => child instanceof FakeElement).length;
  }

  set textContent(words) {
    this.children = [words];
  }

  contains(other) {
    return this === other || this.find((each) => each === other).length > 0;
  }

  find(matches) {
    const below = this.children.filter((child) => child instanceof FakeElement);
    return below.flatMap((child) => [...(matches(child) ? [child] : []), ...child.find(matches)]);
  }
}

/** Put such a page in the place of the globals. */
export function useDialogs() {
  const createElement = (tag) => new FakeElement(tag);
  const body = createElement('body');
  const isOpen = (role) => (each) => each.open === true && (role === null || each.getAttribute('role') === role);
  globalThis.window = new EventTarget();
  globalThis.document = Object.assign(new EventTarget(), {
    body,
    querySelector: (selector) => body.find(isOpen(selector.includes('alertdialog') ? 'alertdialog' : null))[0] ?? null,
    activeElement: body,
    hasFocus: () => true,
    createElement,
    createElementNS: (_space, tag) => createElement(tag),
  });
  return body;
}

/** The button with these words, wherever it stands. */
export function buttonOf(words) {
  return document.body.find(({ tag, words: own }) => tag === 'button' && own.trim() === words)[0];
}

/** An event as it reaches the document and then its target; returns whether the engine goes on with its own answer. */
export function meet(target, kind, facts = {}) {
  const make = () => Object.assign(new Event(kind, { cancelable: true }), facts);
  document.dispatchEvent(make());
  return target.dispatchEvent(make());
}

export function pressDown(key, { repeat = false } = {}) {
  const target = document.activeElement;
  const goesOn = meet(target, 'keydown', { key, repeat });
  if (goesOn && key === 'Enter') meet(target, 'click');
  if (!repeat) target.isDown = goesOn && key === ' ';
}

export function letGo(key) {
  const target = document.activeElement;
  const goesOn = meet(target, 'keyup', { key });
  if (goesOn && target.isDown && key === ' ') meet(target, 'click');
  target.isDown = false;
}

export function type(...keys) {
  for (const key of keys) {
    pressDown(key);
    letGo(key);
  }
}

export function click(target) {
  for (const kind of ['pointerdown', 'pointerup', 'click']) meet(target, kind);
}
