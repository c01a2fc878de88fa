/** Knows which painter draws a component. */

import { paintButton } from './button_painter.ts';
import { paintBasic, paintCard, paintForm } from './card_painters.ts';
import { paintCheckbox, paintRadioGroup, paintSelect } from './choice_painters.ts';
import { paintChart, paintIcon, paintImage, paintUnknown } from './content_painters.ts';
import { paintDatePicker, paintInput, paintTextarea } from './control_painters.ts';
import type { Painter } from './drawing.ts';
import {
  paintBox,
  paintCol,
  paintDivider,
  paintRow,
  paintSpacer,
  paintTable,
  paintTableCell,
  paintTableRow,
  paintTransition,
} from './layout_painters.ts';
import { paintListView, paintListViewItem } from './list_painters.ts';
import { paintBadge, paintCaption, paintLabel, paintMarkdown, paintText, paintTitle } from './text_painters.ts';

const PAINTERS: ReadonlyMap<string, Painter> = new Map<string, Painter>([
  ['Badge', paintBadge],
  ['Basic', paintBasic],
  ['Box', paintBox],
  ['Button', paintButton],
  ['Caption', paintCaption],
  ['Card', paintCard],
  ['Chart', paintChart],
  ['Checkbox', paintCheckbox],
  ['Col', paintCol],
  ['DatePicker', paintDatePicker],
  ['Divider', paintDivider],
  ['Form', paintForm],
  ['Icon', paintIcon],
  ['Image', paintImage],
  ['Input', paintInput],
  ['Label', paintLabel],
  ['ListView', paintListView],
  ['ListViewItem', paintListViewItem],
  ['Markdown', paintMarkdown],
  ['RadioGroup', paintRadioGroup],
  ['Row', paintRow],
  ['Select', paintSelect],
  ['Spacer', paintSpacer],
  ['Table', paintTable],
  ['Table.Cell', paintTableCell],
  ['Table.Row', paintTableRow],
  ['Text', paintText],
  ['Textarea', paintTextarea],
  ['Title', paintTitle],
  ['Transition', paintTransition],
]);

/** Draw a component of any type, known or not. */
export const paint: Painter = (node, drawing) => (PAINTERS.get(node.type) ?? paintUnknown)(node, drawing);
