/** A place in a header that holds one field, and what moves with the field. */
import type { Range } from "../../base/range";
import type { HeaderField } from "../../document/types";

export interface Slot {
  /** The field's lines with the comments right above them, without the line break at their end. */
  readonly range: Range;
  readonly field: HeaderField;
}
