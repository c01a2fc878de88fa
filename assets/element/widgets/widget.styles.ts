/** Owns how a widget looks: what holds it and how it is laid out. */

import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-width: calc(100% + 8px);
    /* Nothing of a widget is drawn, or can be pressed, outside of its place; focus rings have room in it. */
    margin: -4px;
    padding: 4px;
    contain: layout paint;
  }
  .widget,
  .row,
  .col,
  .field,
  .form {
    min-width: 0;
    max-width: 100%;
  }
  .row,
  .col {
    display: flex;
    gap: 8px;
    border-radius: inherit;
  }
  .row {
    align-items: center;
  }
  .col {
    flex-direction: column;
  }
  .row > .col,
  .row > .text,
  .row > .title,
  .row > .field {
    flex: 0 1 auto;
  }
  .row > * {
    min-width: 0;
  }
  .row > .col:has(.control, .title, .text) {
    flex-grow: 1;
  }
  .basic,
  .form {
    gap: 12px;
    margin: 0;
  }
  .appearing {
    animation: appear var(--appear);
  }
  .spacer {
    flex: 1 1 0;
    align-self: stretch;
  }
  hr {
    align-self: stretch;
    width: 100%;
    margin: 4px 0;
    border: 0 solid var(--line);
    border-top-width: 1px;
  }
  .card > .body > hr.flush,
  .card > .body > img.flush {
    width: calc(100% + 32px);
    max-width: none;
    margin-inline: -16px;
  }

  /* What holds a widget. */
  .card {
    box-sizing: border-box;
    max-width: 100%;
    margin: 0;
    padding: 16px;
    overflow: hidden auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background-color: var(--raised);
  }
  .card.size-sm {
    width: 360px;
  }
  .card.size-md {
    width: 480px;
  }
  .card.size-lg {
    width: 600px;
  }
  .body {
    gap: 12px;
  }
  .body[hidden] {
    display: none;
  }
  .status {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-bottom: 12px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .status svg,
  .status img {
    flex: none;
    width: 16px;
    height: 16px;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 16px;
  }
  .list {
    width: 480px;
    padding: 4px;
  }
  .list .status {
    margin: 8px 12px;
  }
  .list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .list li + li {
    border-top: 1px solid var(--line);
  }
  .list li:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .item {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 10px 12px;
    border-radius: var(--radius);
  }
  .item > .row {
    flex: 1;
  }
  .item.active > .row {
    position: relative;
    pointer-events: none;
  }
  .item.active > .row :is(a, button, input, select, textarea, label) {
    pointer-events: auto;
  }
  .cover {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
    border-radius: inherit;
    background: none;
  }
  .cover:focus-visible {
    outline-offset: -2px;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
