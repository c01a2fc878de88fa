/** Draws the icons that a server names. */

import { type SVGTemplateResult, type TemplateResult, nothing, svg } from 'lit';
import { icon } from '../view/icons.ts';
import { CHATKIT_SHAPES, FILLED, LUCIDE_SHAPES, type Shape } from './icon_shapes.ts';

const LUCIDE = 'lucide:';

/** The icon of that name, for show only: what is around it carries the words. Null for a name that is not known. */
export function iconNamed(name: string, size = 18): TemplateResult | null {
  const shape = shapeNamed(name);
  if (shape === null) return null;
  const filled = FILLED.has(name);
  return icon(
    shape.map(([tag, attributes], index) => part(tag, attributes, filled && index > 0)),
    size,
    filled,
  );
}

export function shapeNamed(name: string): Shape | null {
  const [shapes, key] = name.startsWith(LUCIDE) ? [LUCIDE_SHAPES, name.slice(LUCIDE.length)] : [CHATKIT_SHAPES, name];
  return own(shapes, key) ?? (name.startsWith(LUCIDE) ? own(CHATKIT_SHAPES, key) : null);
}

function own(shapes: Readonly<Record<string, Shape>>, key: string): Shape | null {
  return Object.hasOwn(shapes, key) ? (shapes[key] ?? null) : null;
}

/** What comes second in a filled drawing is cut out of it. */
function part(tag: string, at: Shape[number][1], cutOut: boolean): SVGTemplateResult | typeof nothing {
  switch (tag) {
    case 'path':
      return svg`<path d=${at['d']} stroke=${cutOut ? 'var(--raised)' : nothing} fill=${cutOut ? 'none' : nothing} />`;
    case 'circle':
      return svg`<circle cx=${at['cx']} cy=${at['cy']} r=${at['r']} />`;
    case 'rect':
      return svg`<rect
        x=${at['x']} y=${at['y']} width=${at['width']} height=${at['height']} rx=${at['rx'] ?? nothing}
      />`;
    case 'line':
      return svg`<line x1=${at['x1']} y1=${at['y1']} x2=${at['x2']} y2=${at['y2']} />`;
    case 'ellipse':
      return svg`<ellipse cx=${at['cx']} cy=${at['cy']} rx=${at['rx']} ry=${at['ry']} />`;
    case 'polyline':
      return svg`<polyline points=${at['points']} />`;
    case 'polygon':
      return svg`<polygon points=${at['points']} />`;
    default:
      return nothing;
  }
}
