/** Gives a part of a widget the other colour scheme, in the values of the page's tokens; a test compares them. */

import { css } from 'lit';

export const schemeStyles = css`
  [data-scheme] {
    color: var(--text);
  }
  [data-scheme='light'] {
    color-scheme: light;
    --surface: #ffffff;
    --raised: #ffffff;
    --sunken: #f6f7f8;
    --text: #17191c;
    --muted: #5a626c;
    --line: #e4e7eb;
    --edge: #7c858f;
    --accent: #0b6e69;
    --on-accent: #ffffff;
    --accent-tint: #e3f2f1;
    --hover: #eef0f2;
    --danger: #b3261e;
    --warning: #8a5300;
    --good: #1b6e3c;
    --code-comment: #5f6873;
    --code-keyword: #7a3e9d;
    --code-string: #1f6b35;
    --code-name: #8a4b00;
    --code-title: #1d5c9e;
  }
  [data-scheme='dark'] {
    color-scheme: dark;
    --surface: #17191c;
    --raised: #1f2226;
    --sunken: #121417;
    --text: #eceef1;
    --muted: #a0a8b2;
    --line: #2c3036;
    --edge: #7c858f;
    --accent: #5fd0c8;
    --on-accent: #0c1f1e;
    --accent-tint: #16312f;
    --hover: #2a2e33;
    --danger: #ffb4ab;
    --warning: #f2c06b;
    --good: #8bd6a2;
    --code-comment: #99a2ad;
    --code-keyword: #d2a8f0;
    --code-string: #93d5a2;
    --code-name: #f0bb80;
    --code-title: #8cc0f5;
  }
`;
