/** Owns how the controls of a widget look: buttons, fields, what is chosen from, and what is wrong with them. */

import { css } from 'lit';

export const controlStyles = css`
  /* The colour that a badge or button has: on a solid one, --on is written. */
  .tone-secondary {
    --tone: var(--muted);
    --on: var(--surface);
  }
  .tone-primary,
  .tone-info,
  .tone-discovery {
    --tone: var(--accent);
    --on: var(--on-accent);
  }
  .tone-success {
    --tone: var(--good);
    --on: var(--surface);
  }
  .tone-warning,
  .tone-caution {
    --tone: var(--warning);
    --on: var(--surface);
  }
  .tone-danger {
    --tone: var(--danger);
    --on: var(--surface);
  }
  .solid,
  .button.solid:hover:not(:disabled) {
    background: var(--tone);
    color: var(--on);
  }
  .solid {
    border-color: transparent;
  }
  .soft,
  .button.soft:hover:not(:disabled) {
    border-color: transparent;
    background: color-mix(in srgb, var(--tone) 10%, var(--raised));
    color: var(--tone);
  }
  .soft.tone-secondary {
    background: var(--hover);
    color: var(--text);
  }
  .outline:not(.tone-secondary),
  .ghost:not(.tone-secondary) {
    color: var(--tone);
  }
  .badge.outline {
    border-color: currentcolor;
    color: var(--tone);
  }

  .button {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    align-self: flex-start;
    max-width: 100%;
    min-height: var(--control);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .row > .button {
    flex: none;
    align-self: center;
  }
  .button.ghost {
    border-color: transparent;
    background: none;
  }
  .button.ghost:hover:not(:disabled),
  .button.outline:hover:not(:disabled) {
    background: var(--hover);
  }
  .button.solid:hover:not(:disabled, [aria-disabled='true']),
  .button.soft:hover:not(:disabled, [aria-disabled='true']) {
    filter: brightness(1.06);
  }
  .button.uniform {
    width: var(--control);
    padding: 0;
  }
  .button:disabled,
  .button[aria-disabled='true']:not([aria-busy='true']) {
    cursor: default;
    opacity: 0.6;
  }
  .cover[aria-disabled='true'] {
    cursor: default;
  }
  .block {
    width: 100%;
  }
  .more {
    width: 100%;
  }
  .fold {
    padding-inline: 0 8px;
  }
  .fold[aria-expanded='true'] {
    margin-bottom: 8px;
  }
  .fold[aria-expanded='true'] svg {
    rotate: 90deg;
  }
  .spinner {
    flex: none;
    width: 14px;
    height: 14px;
    border: 2px solid currentcolor;
    border-inline-start-color: transparent;
    border-radius: 50%;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    align-items: flex-start;
  }
  .row > .field:not(:has(> .choice)) {
    flex: 1 1 0;
  }
  .control {
    width: 100%;
    min-width: 0;
    height: var(--control);
    margin: 0;
    padding: 5px 9px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  select.control,
  input.control[type='date'] {
    width: auto;
    max-width: 100%;
  }
  .control.block {
    width: 100%;
  }
  .control.soft {
    border-color: transparent;
    background: var(--hover);
  }
  .control.pill {
    border-radius: 999px;
  }
  textarea.control {
    height: auto;
    resize: vertical;
  }
  .growing {
    field-sizing: content;
  }
  .small {
    --control: 28px;
  }
  .large {
    --control: 40px;
  }
  .control.small {
    padding-block: 3px;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  :is(.control, .editable)[aria-invalid='true'] {
    border-color: var(--danger);
  }
  .control:disabled,
  .editable:disabled {
    background: var(--sunken);
    color: var(--muted);
    opacity: 1;
  }
  .editable {
    width: 100%;
    max-width: 480px;
    margin: 0;
    padding: 3px 6px;
    border: 1px dashed var(--edge);
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font-family: inherit;
    resize: none;
  }
  .label {
    font-weight: var(--weight-strong);
  }
  .label + .field {
    margin-top: -4px;
  }
  :is(.body, .form) > .label + .field {
    margin-top: -8px;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: flex-start;
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .choice input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 2px 0;
    accent-color: var(--accent);
  }
  .choice:has(:disabled) {
    color: var(--muted);
  }
  .radios.row {
    flex-flow: row wrap;
    gap: 4px 16px;
  }
  .problem,
  .caution {
    flex-basis: 100%;
    margin: 0;
    color: var(--danger);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .caution {
    color: var(--warning);
  }
  @media (pointer: coarse) {
    :host {
      --control: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 0.9s linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
