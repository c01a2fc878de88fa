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
  * {
    box-sizing: border-box;
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
  :host::-webkit-scrollbar,
  ::-webkit-scrollbar {
    width: 12px;
    height: 12px;
  }
  :host::-webkit-scrollbar-thumb,
  ::-webkit-scrollbar-thumb {
    min-height: 32px;
    border: 3px solid transparent;
    border-radius: 6px;
    background: color-mix(in srgb, var(--edge) 60%, transparent) content-box;
  }
  :host::-webkit-scrollbar-thumb:hover,
  ::-webkit-scrollbar-thumb:hover {
    background-color: var(--edge);
  }
  ::-webkit-scrollbar-corner {
    background: none;
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

/** A line that is written in, among labels. */
export const field = css`
  input {
    width: 100%;
    min-width: 0;
    height: var(--control);
    padding: 0 8px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
`;

/** What floats above the rest: a menu, a list of suggestions. */
export const floating = css`
  .floating {
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    overflow: hidden auto;
    background: var(--raised);
    box-shadow: var(--shadow);
  }
`;
