/** Puts a length of time into words of the page's language. */

/** "7 seconds", "2 minutes": whole minutes from the second one on. */
export function duration(seconds: number, language = document.documentElement.lang || 'en'): string {
  const inMinutes = seconds >= 120;
  const style = { style: 'unit', unit: inMinutes ? 'minute' : 'second', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language, style).format(Math.max(1, Math.round(inMinutes ? seconds / 60 : seconds)));
}
