// @ts-check
/**
 * Builds the whole of the official interface's options from what is configured, and nothing that it does not know.
 *
 * Its frame refuses a record with one field too many, says so in its own console only, and stays blank; so every record
 * here is written out field by field against the types of `@openai/chatkit`, and every value is read before it is used.
 * What was configured may come from a person, a fork, or a theme that was pasted from ChatKit's playground.
 *
 * The record is a new one each time: options are never merged, and whoever takes them may change them.
 */
import { nearestLocale } from './official_locale.js';
import {
  addressOf,
  anyGiven,
  choiceOf,
  colourOf,
  field,
  flagOf,
  fontsOf,
  given,
  isRecord,
  listOf,
  numberOf,
  textOf,
} from './untrusted.js';

const RADII = /** @type {const} */ (['pill', 'round', 'soft', 'sharp']);
const DENSITIES = /** @type {const} */ (['compact', 'normal', 'spacious']);
const BASE_SIZES = /** @type {const} */ ([14, 15, 16, 17, 18]);
const LEVELS = /** @type {const} */ ([0, 1, 2, 3]);
const TINTS = /** @type {const} */ ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
const SHADES = /** @type {const} */ ([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
const FONT_STYLES = /** @type {const} */ (['normal', 'italic', 'oblique']);
const FONT_DISPLAYS = /** @type {const} */ (['auto', 'block', 'swap', 'fallback', 'optional']);
const ICON = /^lucide:[a-z0-9-]{1,60}$/;
const MEDIA_TYPE = /^(?:\*|[a-z]+\/(?:\*|[\w.+-]{1,80}))$/;
const EXTENSION = /^\.[\w.-]{1,20}$/;
const FONT_WEIGHT = /^[\w ]+$/;
const UNICODE_RANGE = /^[uU\d a-fA-F+?,-]{1,200}$/;
const WEB_ADDRESS = /^https:\/\//;
const CHAT_ADDRESS = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1):\d)/;
/** What an unregistered domain says at a desk: it is not verified on `localhost`, but has to be there. */
const DESK_DOMAIN_KEY = 'domain_pk_localhost_dev';
const MOST_CHARACTERS = { label: 300, text: 4_000, thread: 128, name: 200 };
const MOST = { fonts: 8, prompts: 8, types: 40, extensions: 20, files: 100, weight: 1_000 };
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * @typedef {import('@openai/chatkit').ChatKitOptions} ChatKitOptions
 * @typedef {import('@openai/chatkit').ThemeOption} ThemeOption
 * @typedef {NonNullable<ThemeOption['color']>} ColorOption
 * @typedef {NonNullable<ThemeOption['typography']>} TypographyOption
 * @typedef {NonNullable<ChatKitOptions['composer']>} ComposerOption
 * @typedef {NonNullable<ComposerOption['attachments']>} AttachmentsOption
 * @typedef {NonNullable<ChatKitOptions['startScreen']>} StartScreenOption
 * @typedef {NonNullable<StartScreenOption['prompts']>[number]} StartScreenPrompt
 * @typedef {NonNullable<ChatKitOptions['header']>} HeaderOption
 * @typedef {import('@openai/chatkit').CustomApiConfig} CustomApiConfig
 * @typedef {import('@openai/chatkit').FontObject} FontObject
 */

/**
 * The same record, each field of which may be undefined.
 * @template Whole
 * @typedef {{[Name in keyof Whole]-?: Whole[Name] | undefined}} Fields
 */

/**
 * What is configured; nothing of it is believed.
 * @typedef {object} Configuration
 * @property {unknown} api            `{kind: 'hosted'}` or `{kind: 'custom', url, domain_key, upload_url}`
 * @property {'light' | 'dark'} scheme
 * @property {unknown} [accents]      the brand's, `{light, dark}`
 * @property {unknown} [appearance]   `accent, surface, grayscale, palette, typography, radius, density, pasted`
 * @property {unknown} [composer]     `placeholder, attachments, dictation`
 * @property {unknown} [start_screen] `greeting, prompts`
 * @property {unknown} [header]       `enabled, title`
 * @property {unknown} [history]      `enabled, delete, rename`
 * @property {unknown} [item_actions] `feedback, retry`
 * @property {unknown} [disclaimer]   `text, high_contrast`
 * @property {unknown} [locale]
 * @property {string | null} thread_id
 * @property {unknown} [frame_title]
 */

/**
 * What the interface calls, looked up whenever it does.
 * @typedef {object} Handlers
 * @property {(current: string | null) => Promise<string>} getClientSecret
 * @property {NonNullable<ChatKitOptions['onClientTool']>} onClientTool
 * @property {typeof fetch} fetch
 */

/**
 * @param {Configuration} configuration
 * @param {Handlers} handlers
 * @returns {ChatKitOptions}
 */
export function chatOptions(configuration, handlers) {
  /** @type {Fields<ChatKitOptions>} */
  const fields = {
    api: apiOf(configuration, handlers),
    locale: nearestLocale(configuration.locale),
    theme: themeOf(configuration),
    frameTitle: textOf(configuration.frame_title, MOST_CHARACTERS.label),
    initialThread: textOf(configuration.thread_id, MOST_CHARACTERS.thread) ?? null,
    onClientTool: (call) => handlers.onClientTool(call),
    header: headerOf(configuration.header),
    history: historyOf(configuration.history),
    startScreen: startScreenOf(configuration.start_screen),
    threadItemActions: itemActionsOf(configuration.item_actions),
    composer: composerOf(configuration.composer),
    disclaimer: disclaimerOf(configuration.disclaimer),
    entities: undefined,
    commands: undefined,
    widgets: undefined,
    thread: { autoScroll: true },
  };
  return given(fields);
}

/**
 * One of the two kinds and never a mixture, which the interface would refuse.
 * @param {Configuration} configuration
 * @param {Handlers} handlers
 * @returns {ChatKitOptions['api']}
 */
function apiOf({ api, composer }, handlers) {
  const url = addressOf(field(api, 'url'), CHAT_ADDRESS);
  if (field(api, 'kind') !== 'custom' || url === undefined) {
    return { getClientSecret: (current) => handlers.getClientSecret(current) };
  }
  const uploadUrl = addressOf(field(api, 'upload_url'), CHAT_ADDRESS);
  /** @type {Fields<CustomApiConfig>} */
  const fields = {
    url,
    domainKey: textOf(field(api, 'domain_key'), MOST_CHARACTERS.name) ?? DESK_DOMAIN_KEY,
    fetch: (input, init) => handlers.fetch(input, init),
    uploadStrategy: uploadUrl === undefined ? twoPhases(composer) : { type: 'direct', uploadUrl },
  };
  return given(fields);
}

/**
 * Without an address for files the server is asked for one with each file.
 * @param {unknown} composer
 * @returns {CustomApiConfig['uploadStrategy']}
 */
function twoPhases(composer) {
  return isWanted(field(composer, 'attachments')) ? { type: 'two_phase' } : undefined;
}

/**
 * Ours first, then what was pasted, then the brand's; the light and the dark are the window's own.
 * @param {Configuration} configuration
 * @returns {ThemeOption}
 */
function themeOf({ scheme, accents, appearance }) {
  const pasted = field(appearance, 'pasted');
  const theme = isRecord(field(pasted, 'theme')) ? field(pasted, 'theme') : pasted;
  const ours = [appearance, theme];
  const worn = scheme === 'dark' ? 'dark' : 'light';
  /** @type {Fields<ThemeOption>} */
  const fields = {
    colorScheme: worn,
    typography: typographyOf(ours),
    radius: first(ours, (each) => choiceOf(field(each, 'radius'), RADII)),
    density: first(ours, (each) => choiceOf(field(each, 'density'), DENSITIES)),
    color: colorOf(ours, colourOf(field(accents, worn))),
  };
  return given(fields);
}

/**
 * @param {readonly unknown[]} themes
 * @param {string | undefined} brandAccent
 * @returns {ColorOption | undefined}
 */
function colorOf(themes, brandAccent) {
  const own = brandAccent === undefined ? undefined : accentOf(brandAccent, undefined);
  /** @type {Fields<ColorOption>} */
  const fields = {
    grayscale: first(themes, (each) => grayscaleOf(colorField(each, 'grayscale'))),
    accent: first(themes, (each) => accentOf(colorField(each, 'accent'), field(each, 'palette'))) ?? own,
    surface: first(themes, (each) => surfaceOf(colorField(each, 'surface'), field(each, 'palette'))),
  };
  return anyGiven(fields);
}

/**
 * A colour of a theme: beside the rest, or below `color` as ChatKit has it.
 * @param {unknown} theme
 * @param {string} name
 */
function colorField(theme, name) {
  return field(theme, name) ?? field(field(theme, 'color'), name);
}

/**
 * @param {unknown} accent    a colour, or `{primary, level}`
 * @param {unknown} palette
 * @returns {ColorOption['accent']}
 */
function accentOf(accent, palette) {
  const chosen = [accent, field(accent, 'primary'), field(palette, 'primary', 'accent')];
  const primary = first(chosen, colourOf);
  return primary === undefined ? undefined : { primary, level: choiceOf(field(accent, 'level'), LEVELS) ?? 1 };
}

/**
 * @param {unknown} surface
 * @param {unknown} palette
 * @returns {ColorOption['surface']}
 */
function surfaceOf(surface, palette) {
  const background = colourOf(field(surface, 'background')) ?? colourOf(field(palette, 'background', 'surface'));
  const foreground = colourOf(field(surface, 'foreground')) ?? colourOf(field(palette, 'foreground', 'text'));
  return background === undefined || foreground === undefined ? undefined : { background, foreground };
}

/**
 * @param {unknown} value
 * @returns {ColorOption['grayscale']}
 */
function grayscaleOf(value) {
  const hue = numberOf(field(value, 'hue'), 0, 360);
  if (hue === undefined) return undefined;
  const shade = choiceOf(field(value, 'shade'), SHADES);
  const tint = choiceOf(field(value, 'tint'), TINTS) ?? 0;
  return shade === undefined ? { hue, tint } : { hue, tint, shade };
}

/**
 * @param {readonly unknown[]} themes
 * @returns {TypographyOption | undefined}
 */
function typographyOf(themes) {
  const all = themes.flatMap((each) => [field(each, 'typography'), each]);
  /** @type {Fields<TypographyOption>} */
  const fields = {
    baseSize: first(all, (each) => choiceOf(field(each, 'baseSize', 'base_size'), BASE_SIZES)),
    fontSources: first(all, (each) => listOf(field(each, 'fontSources', 'font_sources'), fontOf, MOST.fonts)),
    fontFamily: first(all, (each) => fontsOf(field(each, 'fontFamily', 'font_family'))),
    fontFamilyMono: first(all, (each) => fontsOf(field(each, 'fontFamilyMono', 'font_family_mono'))),
  };
  return anyGiven(fields);
}

/**
 * @param {unknown} value
 * @returns {FontObject | undefined}
 */
function fontOf(value) {
  const family = fontsOf(field(value, 'family'));
  const src = addressOf(field(value, 'src'), WEB_ADDRESS);
  if (family === undefined || src === undefined) return undefined;
  const range = textOf(field(value, 'unicodeRange'), MOST_CHARACTERS.name);
  const weight = numberOf(field(value, 'weight'), 1, MOST.weight) ?? textOf(field(value, 'weight'), 20);
  /** @type {Fields<FontObject>} */
  const fields = {
    family,
    src,
    weight: typeof weight === 'string' && !FONT_WEIGHT.test(weight) ? undefined : weight,
    style: choiceOf(field(value, 'style'), FONT_STYLES),
    display: choiceOf(field(value, 'display'), FONT_DISPLAYS),
    unicodeRange: range !== undefined && UNICODE_RANGE.test(range) ? range : undefined,
  };
  return given(fields);
}

/**
 * The window's bar has the title, the history and a new conversation.
 * @param {unknown} header
 * @returns {HeaderOption}
 */
function headerOf(header) {
  const title = textOf(field(header, 'title'), MOST_CHARACTERS.label);
  /** @type {Fields<HeaderOption>} */
  const fields = {
    enabled: flagOf(field(header, 'enabled')) ?? false,
    title: title === undefined ? undefined : { text: title },
    leftAction: undefined,
    rightAction: undefined,
  };
  return given(fields);
}

/**
 * @param {unknown} history
 * @returns {NonNullable<ChatKitOptions['history']>}
 */
function historyOf(history) {
  return {
    enabled: flagOf(field(history, 'enabled')) ?? true,
    showDelete: flagOf(field(history, 'delete')) ?? true,
    showRename: flagOf(field(history, 'rename')) ?? true,
  };
}

/**
 * @param {unknown} screen
 * @returns {StartScreenOption | undefined}
 */
function startScreenOf(screen) {
  /** @type {Fields<StartScreenOption>} */
  const fields = {
    greeting: textOf(field(screen, 'greeting'), MOST_CHARACTERS.label),
    prompts: listOf(field(screen, 'prompts'), promptOf, MOST.prompts),
  };
  return anyGiven(fields);
}

/**
 * @param {unknown} value
 * @returns {StartScreenPrompt | undefined}
 */
function promptOf(value) {
  const label = textOf(field(value, 'label'), MOST_CHARACTERS.label);
  const prompt = textOf(field(value, 'prompt'), MOST_CHARACTERS.text);
  if (label === undefined || prompt === undefined) return undefined;
  const icon = textOf(field(value, 'icon'), MOST_CHARACTERS.name);
  /** @type {Fields<StartScreenPrompt>} */
  const fields = { label, prompt, icon: icon !== undefined && isIcon(icon) ? icon : undefined };
  return given(fields);
}

/**
 * @param {string} name
 * @returns {name is import('@openai/chatkit').LucideIcon}
 */
function isIcon(name) {
  return ICON.test(name);
}

/**
 * @param {unknown} actions
 * @returns {ChatKitOptions['threadItemActions']}
 */
function itemActionsOf(actions) {
  /** @type {Fields<NonNullable<ChatKitOptions['threadItemActions']>>} */
  const fields = { feedback: flagOf(field(actions, 'feedback')), retry: flagOf(field(actions, 'retry')) };
  return anyGiven(fields);
}

/**
 * @param {unknown} composer
 * @returns {ComposerOption | undefined}
 */
function composerOf(composer) {
  /** @type {Fields<ComposerOption>} */
  const fields = {
    placeholder: textOf(field(composer, 'placeholder'), MOST_CHARACTERS.label),
    attachments: attachmentsOf(field(composer, 'attachments')),
    tools: undefined,
    models: undefined,
    dictation: isWanted(field(composer, 'dictation')) ? { enabled: true } : undefined,
  };
  return anyGiven(fields);
}

/**
 * @param {unknown} attachments   a flag, or a record with `enabled`
 * @returns {AttachmentsOption | undefined}
 */
function attachmentsOf(attachments) {
  if (!isWanted(attachments)) return undefined;
  /** @type {Fields<AttachmentsOption>} */
  const fields = {
    enabled: true,
    maxSize: numberOf(field(attachments, 'maxSize', 'max_size'), 1, MOST_BYTES),
    maxCount: numberOf(field(attachments, 'maxCount', 'max_count'), 1, MOST.files),
    accept: acceptOf(field(attachments, 'accept')),
  };
  return given(fields);
}

/** @param {unknown} value */
function isWanted(value) {
  return value === true || field(value, 'enabled') === true;
}

/**
 * @param {unknown} accept
 * @returns {Record<string, string[]> | undefined}
 */
function acceptOf(accept) {
  if (!isRecord(accept)) return undefined;
  const types = Object.keys(accept).filter((type) => MEDIA_TYPE.test(type));
  const entries = types
    .slice(0, MOST.types)
    .map((type) => [type, listOf(field(accept, type), extensionOf, MOST.extensions) ?? []]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** @param {unknown} value */
function extensionOf(value) {
  return typeof value === 'string' && EXTENSION.test(value) ? value : undefined;
}

/**
 * @param {unknown} disclaimer
 * @returns {ChatKitOptions['disclaimer']}
 */
function disclaimerOf(disclaimer) {
  const text = textOf(field(disclaimer, 'text'), MOST_CHARACTERS.text);
  if (text === undefined) return undefined;
  /** @type {Fields<NonNullable<ChatKitOptions['disclaimer']>>} */
  const fields = { text, highContrast: flagOf(field(disclaimer, 'high_contrast')) };
  return given(fields);
}

/**
 * What the first of several themes has.
 * @template Value
 * @param {readonly unknown[]} themes
 * @param {(theme: unknown) => Value | undefined} read
 * @returns {Value | undefined}
 */
function first(themes, read) {
  for (const each of themes) {
    const value = read(each);
    if (value !== undefined) return value;
  }
  return undefined;
}
