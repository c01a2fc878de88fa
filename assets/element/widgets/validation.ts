/** Says what is wrong with the value of a control, from what the browser found. */

import type { WordKey } from '../view/words.ts';

export type Findings = Pick<
  ValidityState,
  'valid' | 'valueMissing' | 'typeMismatch' | 'badInput' | 'patternMismatch' | 'rangeOverflow' | 'rangeUnderflow'
>;

/** The sentence for a control of a type; null when nothing is wrong. */
export function problemOf(found: Findings, type: string): WordKey | null {
  if (found.valid) return null;
  if (found.badInput && type === 'number') return 'element.widget.problem.number';
  if (found.badInput || (found.patternMismatch && type === 'date')) return 'element.widget.problem.date';
  if (found.valueMissing) return missing(type);
  if (found.typeMismatch && type === 'email') return 'element.widget.problem.email';
  if (found.typeMismatch && type === 'url') return 'element.widget.problem.url';
  if (found.rangeOverflow || found.rangeUnderflow) return 'element.widget.problem.range';
  return 'element.widget.problem.form';
}

function missing(type: string): WordKey {
  if (type === 'checkbox') return 'element.widget.problem.tick';
  return ['radio', 'select-one', 'date'].includes(type)
    ? 'element.widget.problem.choose'
    : 'element.widget.problem.missing';
}
