/** Draws the few icons of the element: 18 px, 1.75 px stroke; the control around one carries the name. */

import { type SVGTemplateResult, type TemplateResult, html, svg } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;
}

export const arrowUp = icon(svg`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5" />`);
export const arrowDown = icon(svg`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5" />`);
export const square = icon(svg`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />`);
export const cross = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const plus = icon(svg`<path d="M12 5v14M5 12h14" />`);
export const circleCheck = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-4.9" />`);
export const circleDashed = icon(svg`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.2 3.5" />`);
export const circleInfo = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5v4.5M12 8v.01" />`);
export const triangle = icon(svg`<path d="M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01" />`);
