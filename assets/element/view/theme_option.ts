/** Words ChatKit's `theme` option as custom properties of the element; what is no colour or no name is left out. */

import type { ColorScheme, ThemeOption } from '@openai/chatkit';

export interface WornTheme {
  /** Which of the two sets of tokens; null leaves that to the page. */
  readonly scheme: 'light' | 'dark' | null;
  readonly properties: Readonly<Record<string, string>>;
}

const RADII = { pill: [16, 20], round: [12, 16], soft: [8, 12], sharp: [2, 2] } as const;
const CONTROLS = { compact: 28, normal: 32, spacious: 40 } as const;
const TINTS = [6, 12, 18, 24] as const;
const LEAST_BASE_SIZE = 14;
const MOST_BASE_SIZE = 18;

// SECURITY: a theme comes from whoever wrote the page; nothing that loads, refers or ends a declaration is a colour.
const COLOUR = /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgb|hsl|hwb|oklab|oklch)a?\([\w\s.,%/+-]{1,60}\))$/i;

export function wornTheme(theme: ColorScheme | ThemeOption | undefined): WornTheme {
  if (theme === undefined) return { scheme: null, properties: {} };
  if (typeof theme === 'string') return { scheme: schemeOf(theme), properties: {} };
  const { radius, density, typography, color } = theme;
  return {
    scheme: schemeOf(theme.colorScheme),
    properties: {
      ...ofRadius(radius),
      ...ofDensity(density),
      ...ofBaseSize(typography?.baseSize),
      ...ofSurface(color?.surface?.background, color?.surface?.foreground),
      ...ofAccent(color?.accent?.primary, color?.accent?.level),
    },
  };
}

export function isColour(value: unknown): value is string {
  return typeof value === 'string' && COLOUR.test(value);
}

function schemeOf(value: unknown): 'light' | 'dark' | null {
  return value === 'light' || value === 'dark' ? value : null;
}

function ofRadius(radius: string | undefined): Record<string, string> {
  if (radius === undefined || !Object.hasOwn(RADII, radius)) return {};
  const [control, card] = RADII[radius as keyof typeof RADII];
  return { '--radius': `${control}px`, '--radius-card': `${card}px` };
}

function ofDensity(density: string | undefined): Record<string, string> {
  if (density === undefined || !Object.hasOwn(CONTROLS, density)) return {};
  return { '--control': `${CONTROLS[density as keyof typeof CONTROLS]}px` };
}

function ofBaseSize(size: number | undefined): Record<string, string> {
  if (size === undefined || !(size >= LEAST_BASE_SIZE && size <= MOST_BASE_SIZE)) return {};
  const line = Math.round(size * 1.6);
  return { '--text-size': `${size}px`, '--text-line': `${line}px`, '--label-size': `${size - 2}px` };
}

function ofSurface(background: unknown, foreground: unknown): Record<string, string> {
  return {
    ...(isColour(background) ? { '--surface': background, '--raised': background } : {}),
    ...(isColour(foreground) ? { '--text': foreground } : {}),
  };
}

function ofAccent(primary: unknown, level: number = 1): Record<string, string> {
  if (!isColour(primary)) return {};
  return {
    '--accent': primary,
    '--accent-tint': `color-mix(in srgb, ${primary} ${TINTS[level] ?? TINTS[1]}%, var(--surface))`,
    // Black on a light accent, white on a dark one.
    '--on-accent': `oklch(from ${primary} clamp(0, (0.66 - l) * 1000, 1) 0 0)`,
  };
}

/** Lays a theme on an element, and takes off what the one before had laid on it. */
export class ThemeWearer {
  readonly #host: HTMLElement;
  #worn: readonly string[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  wear(theme: ColorScheme | ThemeOption | undefined): void {
    const { scheme, properties } = wornTheme(theme);
    for (const name of this.#worn) this.#host.style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) this.#host.style.setProperty(name, value);
    this.#worn = Object.keys(properties);
    if (scheme === null) delete this.#host.dataset['theme'];
    else this.#host.dataset['theme'] = scheme;
  }
}
