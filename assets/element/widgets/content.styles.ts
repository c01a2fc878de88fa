/** Owns how the contents of a widget look: words, badges, pictures, tables. */

import { css } from 'lit';

export const contentStyles = css`
  .text,
  .title,
  .caption,
  .label {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .xs {
    font-size: 12px;
    line-height: 16px;
  }
  .sm,
  .caption {
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .lg {
    font-size: 17px;
    line-height: 26px;
  }
  .xl {
    font-size: var(--title-size);
    line-height: var(--title-line);
  }
  .title {
    font-size: var(--text-size);
    font-weight: var(--weight-strong);
    line-height: var(--text-line);
  }
  .t-lg,
  .t-xl {
    font-size: 17px;
    line-height: 26px;
  }
  .t-2xl,
  .t-3xl {
    font-size: var(--title-size);
    line-height: var(--title-line);
  }
  .t-4xl,
  .t-5xl {
    font-size: 26px;
    line-height: 34px;
  }
  .caption {
    color: var(--muted);
  }
  .c-sm {
    font-size: 12px;
    line-height: 16px;
  }
  .italic {
    font-style: italic;
  }
  .struck {
    text-decoration: line-through;
  }
  .truncated {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
  }
  .badge {
    flex: none;
    align-self: center;
    max-width: 100%;
    padding: 0 8px;
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: 6px;
    font-size: 12px;
    font-weight: var(--weight-strong);
    line-height: 18px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .col > .badge {
    align-self: flex-start;
  }
  .badge.b-lg {
    font-size: var(--label-size);
    line-height: 22px;
  }
  .pill {
    border-radius: 999px;
  }

  .glyph {
    display: inline-flex;
    flex: none;
  }
  svg {
    flex: none;
  }
  img {
    display: block;
    max-width: 100%;
    border-radius: var(--radius);
    object-fit: cover;
  }
  .framed {
    border: 1px solid var(--line);
  }
  .elsewhere {
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .wide {
    max-width: 100%;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  th,
  td {
    padding: 6px 8px;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }
  tr:last-child > * {
    border-bottom: 0;
  }
  th {
    font-weight: var(--weight-strong);
  }
  thead th,
  .chart th[scope='row'] {
    color: var(--muted);
  }
  .chart td {
    font-variant-numeric: tabular-nums;
  }
  .col-xs {
    width: 48px;
  }
  .col-sm {
    width: 80px;
  }
  .col-md {
    width: 120px;
  }
  .col-lg {
    width: 180px;
  }
  .col-xl {
    width: 260px;
  }
`;
