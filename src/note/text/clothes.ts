/**
 * Text in the clothes of a program: HTML and XML, RTF, JSON, quoted-printable, HL7 segments. What belongs to the program
 * is painted over with spaces and with characters that reading skips, never cut out: every offset stays an offset into
 * the original. A text that wears nothing comes back itself, after one look for the signs of each.
 */
import { legended, starred } from "./clothes-legend.ts";
import { unmail } from "./clothes-mail.ts";
import { unmargined } from "./clothes-margins.ts";
import { unpaged } from "./clothes-pages.ts";
import { unjson } from "./clothes-json.ts";
import { undotted, unmarked, untabled } from "./clothes-marks.ts";
import { boxed } from "./clothes-boxes.ts";
import { fielded } from "./clothes-labels.ts";
import { tabled } from "./clothes-tables.ts";
import { unmark } from "./clothes-markup.ts";
import { chosen } from "./clothes-options.ts";
import { unpaired } from "./clothes-pairs.ts";
import { unrtf } from "./clothes-rtf.ts";
import { unsegment } from "./clothes-hl7.ts";
import { SIGN } from "./tokens.ts";

/** How a first line with a margin begins. */
const MARGIN =
  /^[\s\u2060]{0,200}(?:>|\[?\(?\d|(?:dr|doctor|physician|provider|clinician|surgeon|speaker|md|do|np|pa)\b)/i;
/** Ends of the words with which a program says that a box was ticked; they begin with a rare letter where one has any. */
const ANSWERS = ["ked", "KED", "lected", "LECTED"];
/** What the foot of a page holds. */
const PAGES = ["Page ", "PAGE ", "FAX", "\f", "Printed ", "\n- "];

/** The text as a person would see it, of the same length. `signs`: those the text holds (bits of `SIGN`). */
export function unclothed(text: string, signs: number): string {
  const may = (sign: number): boolean => (signs & sign) !== 0;
  let bare = text;
  if (may(SIGN.equals)) bare = unmail(bare);
  if (may(SIGN.bar)) bare = unsegment(bare);
  if (may(SIGN.quote)) bare = unjson(bare);
  if (may(SIGN.tag)) bare = unmark(bare);
  if (may(SIGN.backslash)) bare = unrtf(bare);
  if (may(SIGN.quote)) bare = untabled(bare);
  if (may(SIGN.equals)) bare = unpaired(legended(bare));
  if (may(SIGN.emphasis) && bare.includes("*")) bare = starred(bare);
  // Without the clothes before these a text may show other gaps.
  if (may(SIGN.gap | SIGN.glued) || bare !== text || bare.includes("\t")) bare = tabled(bare);
  if (may(SIGN.emphasis) || bare.includes("( )") || ANSWERS.some((word) => bare.includes(word))) bare = boxed(bare);
  if (bare.includes(":")) bare = fielded(bare);
  if (may(SIGN.emphasis | SIGN.tag) || bare.includes("[")) bare = chosen(bare);
  if (may(SIGN.emphasis)) bare = unmarked(bare);
  // Without those clothes, or characters that show nothing, more signs may stand side by side.
  const other = (): boolean => bare !== text || may(SIGN.beyond);
  if ((may(SIGN.dots) || other()) && bare.includes("..")) bare = undotted(bare);
  if (MARGIN.test(bare)) bare = unmargined(bare);
  if ((may(SIGN.page) || other()) && PAGES.some((sign) => bare.includes(sign))) bare = unpaged(bare);
  return bare;
}
