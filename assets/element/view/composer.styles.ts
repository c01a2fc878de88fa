/** Owns how the composer looks. */

import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: 0 8px;
    padding: 7px 7px 7px 15px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-card);
    background: var(--raised);
    cursor: text;
  }
  .card:has(textarea:focus-visible) {
    border-color: transparent;
    outline: 2px solid var(--accent);
    /* On its own border: the box nearly always has the keyboard, and stays as wide as the text above it. */
    outline-offset: -2px;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea {
    min-width: 0;
    height: var(--control);
    max-height: min(240px, 40vh);
    margin: 0;
    padding: calc((var(--control) - var(--text-line)) / 2) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    resize: none;
    overflow-wrap: anywhere;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .closed {
    border-color: var(--line);
    background: var(--sunken);
    cursor: default;
  }
  .with-bar textarea {
    grid-column: 1 / -1;
  }
  agentnook-composer-bar {
    margin-inline-start: -8px;
  }
  .with-files {
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding-inline-start: 7px;
  }
  .with-files:not(.with-bar) {
    column-gap: 4px;
  }
  .with-files.with-bar textarea {
    padding-inline-start: 8px;
  }
  .with-files agentnook-composer-bar {
    margin-inline-start: 0;
  }
  .attach {
    border-color: transparent;
    background: none;
    color: var(--muted);
  }
  agentnook-attachments {
    grid-column: 1 / -1;
    padding-block-end: 7px;
  }
  .send {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .send:hover:not(:disabled) {
    background: var(--accent);
    filter: brightness(1.08);
  }
  .send:disabled {
    background: var(--sunken);
    color: var(--muted);
  }
  p {
    grid-column: 1 / -1;
    margin: 0;
    padding: 4px 0;
    color: var(--muted);
  }
  .reply {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .reply svg {
    flex: none;
  }
  .reply blockquote {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reply .icon {
    border-color: transparent;
    background: none;
  }
  .suggestions {
    position: absolute;
    inset-block-end: calc(100% + 8px);
    inset-inline: 0;
    z-index: 1;
    max-height: min(280px, 40vh);
    list-style: none;
  }
  .suggestions li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--control);
    padding: 4px 8px;
    border-radius: var(--radius);
    font-size: var(--label-size);
    line-height: var(--label-line);
    cursor: pointer;
  }
  .suggestions li[aria-selected='true'] {
    background: var(--hover);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .suggestions span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .suggestions small {
    color: var(--muted);
    font-size: inherit;
  }
  .suggestions svg {
    flex: none;
  }
`;
