/** Owns the styles that every part of the element shares; colours and radii come from the page's tokens. */

import { css } from 'lit';

export const shared = css`
  :host {
    box-sizing: border-box;
    color: var(--text);
    font: var(--weight) var(--text-size) / var(--text-line) var(--font);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button {
    min-height: var(--control);
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--hover);
  }
  button:disabled {
    cursor: default;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: var(--control);
    min-height: var(--control);
    height: var(--control);
    padding: 0;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button {
      min-height: 44px;
    }
    .icon {
      width: 44px;
      height: 44px;
    }
  }
`;
