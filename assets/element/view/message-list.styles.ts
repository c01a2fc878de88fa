/** Owns how the conversation looks. */

import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  .scroller {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    outline-offset: -2px;
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 20px;
    max-width: calc(var(--column) + 32px);
    min-height: 100%;
    margin: 0 auto;
    padding: 24px 16px;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .user {
    align-self: flex-end;
    max-width: min(85%, 560px);
    padding: 8px 14px;
    border-radius: var(--radius-card);
    background: var(--accent-tint);
  }
  .user.unsent {
    opacity: 0.7;
  }
  .line {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .line svg {
    flex: none;
    margin-top: 1px;
  }
  .line.warning svg {
    color: var(--warning);
  }
  .line.danger svg {
    color: var(--danger);
  }
  .line strong {
    display: block;
    color: var(--text);
    font-weight: var(--weight-strong);
  }
  .dots {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    height: 20px;
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--muted);
  }
  .skeleton {
    display: grid;
    gap: 12px;
  }
  .skeleton i {
    height: 12px;
    border-radius: 6px;
    background: var(--line);
  }
  .skeleton i:nth-child(1) {
    width: 38%;
    justify-self: end;
    height: 36px;
    border-radius: var(--radius-card);
    margin-bottom: 12px;
  }
  .skeleton i:nth-child(2) {
    width: 92%;
  }
  .skeleton i:nth-child(3) {
    width: 84%;
  }
  .skeleton i:nth-child(4) {
    width: 46%;
  }
  .earlier {
    align-self: center;
  }
  .to-end {
    position: absolute;
    left: 50%;
    bottom: 8px;
    translate: -50%;
    box-shadow: var(--shadow);
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots i,
    .skeleton i {
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
    }
    .dots i:nth-child(2) {
      animation-delay: 0.18s;
    }
    .dots i:nth-child(3) {
      animation-delay: 0.36s;
    }
    .to-end {
      animation: appear var(--appear);
    }
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
