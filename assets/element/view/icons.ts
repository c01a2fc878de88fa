/** Draws the few icons of the element: 18 px, 1.75 px stroke; the control around one carries the name. */

import { type TemplateResult, html, svg } from 'lit';

/** Every icon's frame: 24 units, drawn in the colour of the text around it. */
export function icon(shape: unknown, size = 18, filled = false): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill=${filled ? 'currentColor' : 'none'}
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
export const dot = icon(svg`<circle cx="12" cy="12" r="2.5" fill="currentColor" stroke="none" />`);
export const check = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const chevron = icon(svg`<path d="m9.5 6 6 6-6 6" />`);
export const copy = icon(
  svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" />
    <path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />`,
);
export const rotate = icon(svg`<path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5" /><path d="M4 4v4.5h4.5" />`);
const thumb = svg`<path
  d="M7.5 10.5v9M7.5 19.5H5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h2.5l4-7a2 2 0 0 1 2.5 2.2l-.8 3.8h4.9a2 2 0 0 1 1.9 2.5l-1.6 6
  a2 2 0 0 1-1.9 1.5z"
/>`;
export const thumbUp = icon(thumb);
export const thumbDown = icon(svg`<g transform="matrix(1 0 0 -1 0 24)">${thumb}</g>`);
export const paperclip = icon(
  svg`<path
    d="m16 6.5-8 8.2a2 2 0 0 0 2.9 2.8l8-8.2a4 4 0 0 0-5.7-5.6L5 12.1a6 6 0 0 0 8.5 8.5l6.5-6.6"
  />`,
);
export const fileIcon = icon(
  svg`<path d="M14 3.5H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5zM14 3.5v5h5" />`,
);
export const imageIcon = icon(
  svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><circle cx="9" cy="10" r="1.8" />
    <path d="m20.5 15.5-4.5-4.5-8.5 8.5" />`,
);
export const search = icon(svg`<circle cx="11" cy="11" r="6.5" /><path d="m20 20-4.4-4.4" />`);
export const bulb = icon(
  svg`<path d="M9 15.5c-1.8-1.2-3-3.2-3-5.5a6 6 0 0 1 12 0c0 2.3-1.2 4.3-3 5.5v2H9zM10 20.5h4" />`,
);
export const tagIcon = icon(
  svg`<path
    d="M12.6 3.5H5a1.5 1.5 0 0 0-1.5 1.5v7.6a2 2 0 0 0 .6 1.4l6.3 6.3a2 2 0 0 0 2.8 0l7.1-7.1a2 2 0 0 0 0-2.8L14 4.1a2 2 0 0 0-1.4-.6zM8 8v.01"
  />`,
);
export const chevronDown = icon(svg`<path d="m7 10 5 5 5-5" />`);
export const dots = icon(svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.75" />`);
export const list = icon(svg`<path d="M4 7h16M4 12h16M4 17h10" />`);
export const pencil = icon(svg`<path d="M4.5 19.5 5.6 15 15.5 5a2 2 0 0 1 2.9 0l.6.6a2 2 0 0 1 0 2.9L9 18.4zM13.5 7l3.5 3.5" />`);
export const trash = icon(svg`<path d="M5 7h14M9.5 7V5h5v2M7 7l.8 12h8.4L17 7M10.5 11v4.5M13.5 11v4.5" />`);
export const sliders = icon(
  svg`<path d="M4 8h9M17 8h3M4 16h3M11 16h9" /><circle cx="15" cy="8" r="2" /><circle cx="9" cy="16" r="2" />`,
);
export const quote = icon(svg`<path d="M9 6 4.5 10.5 9 15M4.5 10.5H14a5.5 5.5 0 0 1 5.5 5.5v2" />`);
export const at = icon(
  svg`<circle cx="12" cy="12" r="3.5" /><path d="M15.5 8.5V13a2.25 2.25 0 0 0 4.5 0v-1a8 8 0 1 0-3.200 6.400" />`,
);
