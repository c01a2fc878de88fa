/** Owns how the list of conversations looks around its rows. */

import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--sunken);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 4px 16px;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: var(--label-size);
    font-weight: var(--weight-strong);
    line-height: var(--label-line);
  }
  .head button {
    border-color: transparent;
    background: none;
  }
  .head button:hover:not(:disabled) {
    background: var(--hover);
  }
  .filter {
    position: relative;
    margin: 0 8px 4px;
    color: var(--muted);
  }
  .filter svg {
    position: absolute;
    inset-block-start: 7px;
    inset-inline-start: 8px;
    pointer-events: none;
  }
  .filter input {
    padding-inline-start: 32px;
    border-color: transparent;
    background: var(--hover);
    appearance: none;
  }
  input::-webkit-search-cancel-button {
    width: 16px;
    height: 16px;
    margin: 0;
    appearance: none;
    background:
      linear-gradient(45deg, transparent 46%, var(--muted) 46% 54%, transparent 54%) center / 10px 10px no-repeat,
      linear-gradient(-45deg, transparent 46%, var(--muted) 46% 54%, transparent 54%) center / 10px 10px no-repeat;
    cursor: pointer;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  p {
    margin: 0;
    padding: 6px 16px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .after {
    margin: 4px 16px 12px;
  }
  .skeleton {
    display: grid;
    gap: 16px;
    padding: 12px 16px;
  }
  .skeleton i {
    height: 12px;
    border-radius: 6px;
    background: var(--hover);
  }
  .skeleton i:nth-child(2) {
    width: 70%;
  }
  .skeleton i:nth-child(3) {
    width: 85%;
  }
  .list {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  ::slotted(*) {
    margin: 8px;
  }
`;
