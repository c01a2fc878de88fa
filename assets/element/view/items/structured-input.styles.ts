/** Owns how the questions of an agent look. */

import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--raised);
  }
  form,
  dl {
    display: grid;
    gap: 16px;
    margin: 0;
  }
  fieldset {
    display: grid;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .free span,
  dt {
    padding: 0 0 4px;
    font-weight: var(--weight-strong);
    overflow-wrap: anywhere;
  }
  small {
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: start;
    padding: 4px 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  label input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 4px 0;
    accent-color: var(--accent);
  }
  .free {
    flex-direction: column;
    align-items: stretch;
    gap: 4px;
    padding: 0;
    cursor: auto;
  }
  .own,
  textarea {
    width: 100%;
    min-height: 32px;
    padding: 4px 10px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    resize: vertical;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
  .main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .main:hover:not(:disabled) {
    background: var(--accent);
  }
  button:disabled {
    opacity: 0.6;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .quiet {
    color: var(--muted);
  }
  @media (pointer: coarse) {
    label {
      padding: 10px 0;
    }
    .own {
      min-height: 44px;
    }
  }
`;
