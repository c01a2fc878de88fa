// @ts-check
/**
 * What is wrong with a connection's description, as far as it can be seen while it is typed, in Python's sentences.
 *
 * What may still become right is no fault yet; Python looks at the whole and has the last word.
 */
import { text } from './strings.js';

const WORKFLOW_ID = /^wf_[A-Za-z0-9_-]{1,190}$/;
/** What guides and templates print where the reader's own id belongs: the rule of app/services/connection_details.py. */
const PLACEHOLDER =
  /^wf_(x+|\.+|0+|123[\p{L}\p{N}_]*|[^\p{L}\p{N}_]+|(your|example|placeholder|replace)[\p{L}\p{N}_]*|abc[\p{L}\p{N}_]{0,3}|id)$/iu;

const SCHEMES = ['https://', 'http://'];
const ADDRESS =
  /^(?<scheme>https?):\/\/(?<user>[^/?#@\s\\]*@)?(?<host>\[[\da-f:.]*\]?|[^/?#@:\s\\[\]]+)?(?<port>:\d{0,5})?(?<rest>[/?#][^\s\\]*)?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const NUMBERS_OF_LOOPBACK = /^(1|12|127(\.\d{0,3}){0,3})$/;

/** The sentences about each field. @type {Readonly<Record<string, string[]>>} */
const REFUSALS = {
  workflow_id: ['workflow_missing', 'workflow_form', 'workflow_placeholder'],
  url: ['url_missing', 'url_form', 'url_password', 'url_query', 'url_plain'],
  header_name: ['header_name'],
  domain_key: ['domain_key'],
};

/** @param {string} typed */
export function faultOfWorkflowId(typed) {
  const id = typed.replace(/^["']+|["']+$/g, '');
  if ('wf_'.startsWith(id)) return '';
  if (PLACEHOLDER.test(id)) return text('connection.fault.workflow_placeholder');
  return WORKFLOW_ID.test(id) ? '' : text('connection.fault.workflow_form');
}

/** @param {string} typed */
export function faultOfUrl(typed) {
  if (SCHEMES.some((each) => each.startsWith(typed.toLowerCase()))) return '';
  const { scheme, user, host, port = '', rest = '' } = ADDRESS.exec(typed)?.groups ?? {};
  if (user) return text('connection.fault.url_password');
  if (!host || Number(port.slice(1)) > 65_535) return text('connection.fault.url_form');
  if (/[?#]./.test(rest)) return text('connection.fault.url_query');
  const isHere = LOOPBACK.test(host) || (port + rest === '' && mayBecomeLoopback(host.toLowerCase()));
  return scheme?.toLowerCase() === 'https' || isHere ? '' : text('connection.fault.url_plain');
}

/** @param {string} host */
function mayBecomeLoopback(host) {
  return 'localhost'.startsWith(host) || '[::1]'.startsWith(host) || NUMBERS_OF_LOOPBACK.test(host);
}

/**
 * Which field a refusal of Python's is about.
 * @param {string} sentence
 */
export function refusedField(sentence) {
  const names = Object.keys(REFUSALS);
  return names.find((name) => REFUSALS[name]?.some((fault) => text(`connection.fault.${fault}`) === sentence));
}
