/** Finds the element's words: the embedded English catalogue, or another language that the page hands over. */

import catalogue from '../../locales/en.json' with { type: 'json' };

export type WordKey = Extract<keyof typeof catalogue, `element.${string}`>;
export type Words = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** Words in which a missing translation falls back to English. */
export function wordsFrom(translated: Readonly<Record<string, string>> = {}): Words {
  return (key, values = {}) => {
    const template = translated[key] ?? catalogue[key];
    return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  };
}
