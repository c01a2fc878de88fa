/** Owns how the conversation lies in its scroller. */

import { css } from 'lit';
import { ROWS_PER_BLOCK } from './items/blocks.ts';

export const styles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  /* Nothing can be asked again while an answer is being written. */
  :host([working]) agentnook-actions {
    --again: hidden;
  }
  /* Room for the actions that a finished answer gets, so that nothing moves when it is finished. */
  :host([working]) .column {
    padding-bottom: 64px;
  }
  .scroller {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    outline-offset: -2px;
  }
  .column {
    max-width: calc(var(--column) + 32px);
    min-height: 100%;
    margin: 0 auto;
    padding: 16px 0 24px;
    /* As wide as the composer, whose scroller has no gutter: that takes 12 px of the margin where there is no more. */
    --inset: clamp(4px, calc((100% - var(--column)) / 2), 16px);
  }
  .column > :not(.block) {
    margin: 8px var(--inset);
  }
  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 6px var(--inset);
    /* Here already, for the reason given in markdown.styles.ts. */
    contain: style;
    /* What is not drawn or skipped keeps the size it had, or until then the size that is usual. */
    contain-intrinsic-block-size: auto calc(var(--rows, ${ROWS_PER_BLOCK}) * 110px);
  }
  .block.waiting {
    height: calc(var(--rows, ${ROWS_PER_BLOCK}) * 110px);
  }
  .block.far {
    content-visibility: auto;
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
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: center;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .to-end {
    position: absolute;
    left: 50%;
    bottom: 8px;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    justify-content: center;
    border-radius: 16px;
    translate: -50%;
    box-shadow: var(--shadow);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
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
