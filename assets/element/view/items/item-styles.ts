/** Owns how the items of a conversation look. */

import { css } from 'lit';

export const styles = css`
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .name,
  .about {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .quiet {
    margin: 0;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .user {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .said {
    display: flex;
    flex-direction: row-reverse;
    gap: 4px;
    align-items: end;
  }
  .bubble {
    min-width: 0;
    max-width: min(85%, 560px);
    padding: 8px 14px;
    border-radius: var(--radius-card);
    background: var(--accent-tint);
  }
  .bubble .chip {
    background: var(--surface);
  }
  .unsent .bubble {
    opacity: 0.7;
  }
  blockquote {
    margin: 0 0 8px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--edge);
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .folded:not(.open) {
    max-height: calc(var(--text-line) * 12);
    overflow: hidden;
    mask-image: linear-gradient(#000 80%, transparent);
  }
  .unfold {
    margin-top: 4px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
  }
  .unfold:hover:not(:disabled) {
    background: none;
    text-decoration: underline;
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  agentnook-actions {
    margin-inline-start: -8px;
    min-height: 32px;
    opacity: 0;
  }
  .user agentnook-actions {
    margin: 0 0 4px;
  }
  .answer > .chip,
  .answer > .generated {
    justify-self: start;
  }
  .row:hover agentnook-actions,
  .row:focus-within agentnook-actions,
  agentnook-actions.latest {
    opacity: 1;
  }
  .chip {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-width: 100%;
    min-height: 24px;
    padding: 1px 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: none;
    color: var(--text);
    font-size: var(--label-size);
    line-height: var(--label-line);
    vertical-align: bottom;
    white-space: normal;
  }
  .chip svg {
    flex: none;
    width: 14px;
    height: 14px;
    color: var(--muted);
  }
  .chip .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  a {
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .sources,
  .chips,
  .attachments,
  .tasks {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sources {
    display: grid;
    gap: 2px;
    padding-inline-start: 24px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    list-style: decimal;
  }
  .chips,
  .attachments {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    min-width: 0;
  }
  .attachments {
    align-items: end;
    justify-content: flex-end;
  }
  .attachments .file-name {
    max-width: min(280px, 60vw);
  }
  .chips li,
  .attachments li {
    min-width: 0;
    max-width: 100%;
  }
  .attachments img {
    display: block;
    width: 96px;
    height: 96px;
    border-radius: var(--radius);
    background: var(--sunken);
    object-fit: cover;
  }
  .line,
  .notice {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .line > svg,
  .line > .dots,
  .notice > svg,
  .task > svg {
    flex: none;
    margin-top: 1px;
  }
  .notice {
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    color: var(--text);
    --text-size: var(--label-size);
    --text-line: var(--label-line);
  }
  .notice > svg {
    color: var(--muted);
  }
  .notice.warning > svg {
    color: var(--warning);
  }
  .notice.danger > svg {
    color: var(--danger);
  }
  .notice strong {
    display: block;
    font-weight: var(--weight-strong);
  }
  summary {
    border-radius: 4px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--text);
  }
  .fold svg {
    width: 14px;
    height: 14px;
    margin-top: 3px;
  }
  [open] > summary .fold svg {
    rotate: 90deg;
  }
  .tasks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    margin: 8px 0 0 8px;
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--line);
  }
  .task {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    --text-size: var(--label-size);
    --text-line: var(--label-line);
  }
  .task .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .task .about > .name {
    color: var(--text);
  }
  .generated {
    display: block;
    max-width: 100%;
    max-height: 480px;
    border-radius: var(--radius-card);
  }
  .generated.pending {
    display: grid;
    place-content: center;
    place-items: center;
    gap: 12px;
    width: min(100%, 320px);
    aspect-ratio: 1;
    background: var(--sunken);
    color: var(--muted);
  }
  progress {
    width: 160px;
    height: 4px;
    accent-color: var(--accent);
  }
  .dots {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    width: 18px;
    height: 20px;
  }
  .dots i {
    flex: none;
    width: 4px;
    height: 4px;
    border-radius: 50%;
    background: var(--muted);
  }
  @media (hover: none), (pointer: coarse) {
    agentnook-actions {
      opacity: 1;
    }
    summary {
      padding: 12px 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots i {
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
    }
    .dots i:nth-child(2) {
      animation-delay: 0.18s;
    }
    .dots i:nth-child(3) {
      animation-delay: 0.36s;
    }
    agentnook-actions {
      transition: opacity var(--appear);
    }
  }
`;
