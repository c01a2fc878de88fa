// @ts-check
/** The languages that the official interface speaks, and which of them is nearest to a person's own. */

/** @typedef {import('@openai/chatkit').SupportedLocale} SupportedLocale */

/** @type {readonly SupportedLocale[]} */
export const LOCALES = [
  'am', 'ar', 'bg-BG', 'bn-BD', 'bs-BA', 'ca-ES', 'cs-CZ', 'da-DK', 'de-DE', 'el-GR', 'es-419', 'es-ES', 'et-EE',
  'fi-FI', 'fr-CA', 'fr-FR', 'gu-IN', 'hi-IN', 'hr-HR', 'hu-HU', 'hy-AM', 'id-ID', 'is-IS', 'it-IT', 'ja-JP', 'ka-GE',
  'kk', 'kn-IN', 'ko-KR', 'lt', 'lv-LV', 'mk-MK', 'ml', 'mn', 'mr-IN', 'ms-MY', 'my-MM', 'nb-NO', 'nl-NL', 'pa',
  'pl-PL', 'pt-BR', 'pt-PT', 'ro-RO', 'ru-RU', 'sk-SK', 'sl-SI', 'so-SO', 'sq-AL', 'sr-RS', 'sv-SE', 'sw-TZ', 'ta-IN',
  'te-IN', 'th-TH', 'tl', 'tr-TR', 'uk-UA', 'ur', 'vi-VN', 'zh-CN', 'zh-HK', 'zh-TW', 'bg', 'bn', 'bs', 'ca', 'cs',
  'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'gu', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kn', 'ko',
  'lv', 'mk', 'mr', 'ms', 'my', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta',
  'te', 'th', 'tr', 'uk', 'vi', 'zh', 'zh-Hant', 'en',
];

const FALLBACK = 'en';
/** Languages that are called otherwise there. */
const OTHER_NAMES = /** @type {Readonly<Record<string, string>>} */ ({ no: 'nb', nn: 'nb', fil: 'tl', iw: 'he' });

/**
 * @param {unknown} locale   as `de-AT`
 * @returns {SupportedLocale}
 */
export function nearestLocale(locale) {
  const parts = typeof locale === 'string' ? locale.toLowerCase().split('-') : [];
  if (parts[0] !== undefined && Object.hasOwn(OTHER_NAMES, parts[0])) parts[0] = OTHER_NAMES[parts[0]] ?? parts[0];
  for (let count = parts.length; count > 0; count -= 1) {
    const name = parts.slice(0, count).join('-');
    const found = LOCALES.find((each) => each.toLowerCase() === name);
    if (found !== undefined) return found;
  }
  return LOCALES.find((each) => each.toLowerCase().startsWith(`${parts[0]}-`)) ?? FALLBACK;
}
