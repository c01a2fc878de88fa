/** Owns how a file is named where there is little room: a long name is cut in its middle, and keeps its ending. */

import { type TemplateResult, css, html } from 'lit';

/** So many characters at the end stay in sight. */
const TAIL = 10;
/** Up to here a name is not cut. */
const SHORT = 20;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function fileName(name: string): TemplateResult {
  const characters = [...name];
  // A name in two pieces would be read aloud as two words.
  if (characters.length <= SHORT) return html`<bdi class="file-name">${name}</bdi>`;
  const [head, tail] = [characters.slice(0, -TAIL).join(''), characters.slice(-TAIL).join('')];
  return html`<bdi class="file-name" title=${name}>
    <span class="visually-hidden">${name}</span>
    <span class="head" aria-hidden="true">${head}</span><span aria-hidden="true">${tail}</span>
  </bdi>`;
}

export function fileSize(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  const maximumFractionDigits = power > 0 && value < 10 ? 1 : 0;
  const unitDisplay = power === 0 ? 'long' : 'short';
  const locale = document.documentElement.lang || undefined;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay, maximumFractionDigits }).format(
    value,
  );
}

export const fileNameStyles = css`
  .file-name {
    display: flex;
    min-width: 0;
    white-space: pre;
  }
  .file-name .head {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
