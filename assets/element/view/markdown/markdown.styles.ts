/** Owns how a text in Markdown looks. */

import { css } from 'lit';

const text = css`
  :host {
    display: block;
    min-width: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /**
   * WORKAROUND(pyside6-addons 6.11): in its Chromium, whatever is contained only later has all counters of the page counted
   * anew, which takes 10 ms and more. Remove when it counts those inside alone.
   */
  .section,
  .slice,
  .list > *,
  .long .rows {
    contain: style;
  }
  .section:first-child > :first-child {
    margin-top: 0;
  }
  .section:last-child > :last-child {
    margin-bottom: 0;
  }
  .section:not(:last-child) {
    display: flow-root;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1600px;
  }
  .section > * {
    contain: layout;
  }
  p,
  .list,
  blockquote {
    margin: 0 0 12px;
  }
  p,
  h3,
  h4,
  h5,
  h6,
  th,
  td {
    unicode-bidi: plaintext;
  }
  [hidden] {
    display: none;
  }
  .slice:not(:only-child) {
    display: block;
  }
  .slice:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 700px;
  }
  h3,
  h4,
  h5,
  h6 {
    margin: 20px 0 8px;
    font-size: var(--text-size);
    font-weight: var(--weight-strong);
    line-height: var(--text-line);
    text-wrap: balance;
  }
  [data-depth='1'] {
    font-size: 20px;
    line-height: 28px;
  }
  [data-depth='2'] {
    font-size: 17px;
    line-height: 26px;
  }
  [data-depth='5'],
  [data-depth='6'] {
    color: var(--muted);
  }
  strong,
  b,
  th {
    font-weight: var(--weight-strong);
  }
  small {
    font-size: var(--label-size);
  }
  hr {
    height: 1px;
    margin: 20px 0;
    border: 0;
    background: var(--line);
  }
  a {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    border-radius: 2px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  .leads-to {
    color: var(--muted);
  }
  img {
    display: block;
    max-width: 100%;
    max-height: 480px;
    margin: 4px 0;
    border-radius: var(--radius);
  }
  mark {
    padding: 0 2px;
    border-radius: 3px;
    background: var(--accent-tint);
    color: inherit;
  }
  sub,
  sup {
    line-height: 0;
  }
`;

const blocks = css`
  blockquote {
    padding: 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
  }
  blockquote > :last-child,
  li > :last-child,
  li.task > div > :last-child {
    margin-bottom: 0;
  }
  ul,
  ol {
    margin: 0;
    padding-inline-start: 26px;
  }
  .list > :not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1200px;
  }
  li {
    margin: 2px 0;
  }
  li::marker {
    color: var(--muted);
  }
  li p,
  li .list {
    margin-bottom: 0;
  }
  .loose > * > li {
    margin: 8px 0;
  }
  .loose > * > li > p,
  .loose > * > li.task > div > p {
    margin-bottom: 8px;
  }
  li.task {
    position: relative;
    list-style: none;
  }
  li.task > input {
    position: absolute;
    inset-inline-start: -22px;
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    margin: 4px 0 0;
    border: 1px solid var(--edge);
    border-radius: 4px;
    appearance: none;
  }
  li.task > input:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  li.task > input:checked::before {
    box-sizing: border-box;
    width: 5px;
    height: 9px;
    margin-top: -2px;
    border: solid var(--on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    content: '';
  }
  .scroll {
    max-width: 100%;
    margin: 0 0 16px;
    overflow-x: auto;
    border-radius: 2px;
  }
  table {
    border-collapse: collapse;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: normal;
  }
  .long .rows {
    min-width: max(100%, var(--table-width));
    width: min-content;
  }
  .long .rows:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3700px;
  }
  .long table {
    table-layout: fixed;
    width: 100%;
  }
  .long .rows:not(:first-child) thead {
    position: absolute;
    clip-path: inset(50%);
  }
  th,
  td {
    min-width: 64px;
    max-width: 360px;
    padding: 8px 16px 8px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  th {
    border-bottom-color: var(--edge);
  }
  .left {
    text-align: left;
  }
  .center {
    text-align: center;
  }
  .right {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`;

const code = css`
  code,
  kbd {
    padding: 1px 5px;
    border-radius: 5px;
    background: var(--sunken);
    box-shadow: inset 0 0 0 1px var(--line);
    font: 0.9em var(--font-code);
  }
  .code {
    margin: 0 0 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sunken);
    direction: ltr;
    overflow: clip;
  }
  .code-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 36px;
    padding: 2px 4px 2px 14px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .code-head button {
    min-height: 28px;
    padding: 0 10px;
    border-color: transparent;
    background: transparent;
    color: var(--muted);
  }
  .code-head button:hover {
    color: var(--text);
  }
  pre {
    margin: 0;
    padding: 4px 14px 12px;
    overflow-x: auto;
    outline-offset: -2px;
    tab-size: 4;
  }
  pre code {
    display: block;
    width: max-content;
    min-width: 100%;
    padding: 0;
    background: none;
    box-shadow: none;
    font: var(--code-size) / var(--code-line) var(--font-code);
    white-space: pre;
    overflow-wrap: normal;
  }
  .part {
    display: block;
  }
  .part.joined,
  .part.joined + .part {
    display: inline;
  }
  .code-comment,
  .code-quote {
    color: var(--code-comment);
  }
  .code-keyword,
  .code-selector-tag,
  .code-literal,
  .code-type,
  .code-doctag,
  .code-name,
  .code-tag,
  .code-template-tag {
    color: var(--code-keyword);
  }
  .code-string,
  .code-regexp,
  .code-addition,
  .code-char,
  .code-link {
    color: var(--code-string);
  }
  .code-number,
  .code-symbol,
  .code-bullet,
  .code-meta,
  .code-attr,
  .code-attribute,
  .code-selector-attr,
  .code-selector-class,
  .code-selector-id,
  .code-selector-pseudo,
  .code-variable,
  .code-template-variable {
    color: var(--code-name);
  }
  .code-title,
  .code-section,
  .code-built_in,
  .code-property {
    color: var(--code-title);
  }
  .code-deletion {
    color: var(--danger);
  }
  .code-emphasis {
    font-style: italic;
  }
  .code-strong,
  .code-section {
    font-weight: var(--weight-strong);
  }
`;

const sources = css`
  .source {
    margin-inline-start: 2px;
    font-size: 11px;
    font-style: normal;
    font-weight: var(--weight);
    vertical-align: 4px;
  }
  .source > * {
    display: inline-block;
    min-width: 18px;
    min-height: 0;
    padding: 0 5px;
    border: 0;
    border-radius: 9px;
    background: var(--accent-tint);
    color: var(--accent);
    font: inherit;
    line-height: 18px;
    text-align: center;
    text-decoration: none;
  }
  button:hover:not(:disabled),
  a:hover {
    text-decoration: underline;
  }
  .code-head button:hover {
    text-decoration: none;
  }
  .left-over {
    margin: 8px 0 0;
  }
`;

export const styles = [text, blocks, code, sources];
