/** Owns how the parts of the element lie together. */

import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
    background: var(--surface);
  }
  :host([history]) {
    grid-template-columns: 240px minmax(0, 1fr);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-height: 0;
  }
  main > :not(agentnook-header, footer) {
    grid-row: 2;
  }
  footer {
    grid-row: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    width: 100%;
    max-width: calc(var(--column) + 32px);
    margin: 0 auto;
    padding: 8px 16px;
  }
  small {
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  small.strong {
    color: var(--text);
  }
  small agentnook-markdown {
    --text-size: var(--label-size);
    --text-line: var(--label-line);
    color: inherit;
  }
  .drop-target {
    position: absolute;
    inset: 8px;
    z-index: 2;
    display: grid;
    place-items: center;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-card);
    background: color-mix(in srgb, var(--surface) 88%, transparent);
    pointer-events: none;
  }
  .drop-target p {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--raised);
  }
  @media (max-width: 719px) {
    :host([history]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([history]) main {
      display: none;
    }
  }
`;
