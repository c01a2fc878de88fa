/** Widgets for tests: read as the conversation reads them, and the state of one that notes what it asks for. */

import type { WidgetNode } from '../../core/items.ts';
import { parseWidget } from '../../core/parse_widget.ts';
import type { JsonObject } from '../../core/wire.ts';

export function node(type: string, fields: JsonObject = {}, ...children: JsonObject[]): WidgetNode {
  const read = parseWidget({ ...fields, type, children });
  if (read === null) throw new Error(`no component: ${type}`);
  return read;
}

/** What a server may put in the place of anything. */
export const POISON: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  0,
  0.5,
  1e308,
  Number.NaN,
  Infinity,
  '',
  ' ',
  'constructor',
  '__proto__',
  'toString',
  'red; background: url(https://attacker.example/a)',
  'url(https://attacker.example/a)',
  'var(--x, url(a))',
  'image-set("a" 1x)',
  'calc(1px * 1e9)',
  'expression(alert(1))',
  '999999999px',
  '-5px',
  '10px;color:red',
  'javascript:alert(1)',
  'data:image/svg+xml;base64,PHN2Zz4=',
  '<img src=x onerror=alert(1)>',
  '(a+)+$',
  '\u202e\u0000\ud83d',
  'x'.repeat(100_000),
  [],
  [1, [2], { a: 3 }],
  {},
  { light: 'url(a)', dark: { light: 1 } },
  { top: 'url(a)', x: -1, y: { size: 4 } },
  { size: 'url(a)', color: 'url(b)', style: 'url(c)' },
  JSON.parse('{"__proto__": {"polluted": true}, "type": ["x"]}'),
];
