/** Owns how the rows of the list of conversations look. */

import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
  }
  .row button {
    border-color: transparent;
    background: none;
  }
  ul {
    position: relative;
    margin: 0 8px;
    padding: 0;
    list-style: none;
  }
  li {
    position: absolute;
    inset-inline: 0;
    display: flex;
    align-items: center;
    border-radius: var(--radius);
  }
  .group {
    align-items: end;
  }
  h3 {
    margin: 0;
    padding: 0 8px 4px;
    color: var(--muted);
    font-size: var(--label-size);
    font-weight: var(--weight);
    line-height: var(--label-line);
  }
  .row:hover,
  .row:focus-within {
    background: var(--hover);
  }
  .row:has([aria-current='true']) {
    background: var(--accent-tint);
  }
  /* The whole row is coloured, not the button in it. */
  .row .open:hover:not(:disabled) {
    background: none;
  }
  .row .open {
    flex: 1;
    min-width: 0;
    padding: 6px 8px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row :focus-visible {
    outline-offset: -2px;
  }
  .row agentnook-menu {
    opacity: 0;
  }
  .row:hover agentnook-menu,
  .row:focus-within agentnook-menu {
    opacity: 1;
  }
  .row button {
    border-color: transparent;
    background: none;
  }
  @media not (pointer: coarse) {
    /* A name has the whole row until the menu is wanted. */
    .row:not(:hover, :focus-within) agentnook-menu {
      position: absolute;
      inset-inline-end: 0;
    }
  }
  @media (pointer: coarse) {
    .row agentnook-menu {
      opacity: 1;
    }
  }
`;
