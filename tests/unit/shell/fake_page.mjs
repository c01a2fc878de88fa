// As much of a browser's page as the shell's frame needs: elements that remember, and a visibility.

class FakeElement {
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
    this.parent = null;
    this.names = new Set();
    this.classList = { add: (name) => this.names.add(name), remove: (name) => this.names.delete(name) };
    this.focused = 0;
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  append(...children) {
    for (const child of children) {
      if (typeof child === 'object') child.parent = this;
      this.children.push(child);
    }
  }

  remove() {
    this.parent.children = this.parent.children.filter((child) => child !== this);
  }

  focus() {
    this.focused += 1;
  }
}

/** Put a page in the place of the globals; returns its element for the conversation. */
export function usePage() {
  const page = { activeElement: null, visibilityState: 'visible', createElement: (tag) => new FakeElement(tag) };
  page.body = new FakeElement('body');
  const hearing = [];
  globalThis.document = page;
  globalThis.window = { addEventListener: (_name, hear) => hearing.push(hear) };
  return { page, place: new FakeElement('main'), post: (event) => hearing.forEach((hear) => hear(event)) };
}
