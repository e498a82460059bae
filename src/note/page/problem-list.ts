/**
 * Entries of a list of problems: "1. Carpal tunnel syndrome. / Injection today: ... / 2. Trigger thumb", "# Knee OA ... # Neck
 * pain". A heading that is told inside one entry holds for that entry and not for the next.
 */
import { NUMBER, type Tokens } from "../text/tokens.ts";

/** The number of an entry that begins with "#". */
const SHARP = -1;

/** The list of problems that is being read. */
export class ProblemList {
  private number = 0;
  private indent = 0;
  private section = "none";
  private headed = false;

  /**
   * A line begins with a bullet, its first token `a`, in `section`. Gives back the section that held where the entry before
   * began, when a heading inside that entry has ended with it; else null.
   */
  item(t: Tokens, a: number, indent: number, section: string): string | null {
    const number = numberAt(t, a);
    if (number === 0) return null;
    const next = this.number !== 0 && indent === this.indent && number === (number === SHARP ? SHARP : this.number + 1);
    const back = next && this.headed ? this.section : null;
    [this.number, this.indent, this.section, this.headed] = [number, indent, back ?? section, false];
    return back;
  }

  /** A heading with its text on the same line, which begins no item. */
  inside(): void {
    this.headed = this.number !== 0;
  }

  /** A heading on a line of its own ends the list. */
  close(): void {
    this.number = 0;
  }
}

/** "2." or "2)" at token `a`, or "#" before a word; 0 for any other bullet. */
function numberAt(t: Tokens, a: number): number {
  if (t.isMark(a, "#") && t.type[a + 1] !== NUMBER) return SHARP;
  return isNumbered(t, a) ? Number(t.textOf(a)) : 0;
}

/** Does the line that begins at token `a` begin with a number and a stop ("1. Right ...", "1) ...")? */
export const isNumbered = (t: Tokens, a: number): boolean =>
  t.type[a] === NUMBER && (t.isMark(a + 1, ".") || t.isMark(a + 1, ")"));
