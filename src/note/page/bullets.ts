/** What a line of a list begins with: a dash, a number, a letter, a tick box. */
import { MARK, NUMBER, SPACED, WORD, type Tokens } from "../text/tokens.ts";

/** Steps over bullets, numbers, letters and tick boxes at the start of a line. */
export function bullet(t: Tokens, a: number, b: number): { at: number; tick: boolean | null } {
  let k = a;
  let tick: boolean | null = null;
  for (let rounds = 0; rounds < 3 && k < b - 1; rounds++) {
    if (t.type[k] !== MARK && !short(t, k)) break;
    const box = tickAt(t, k, b);
    if (box !== null) {
      tick = box.ticked;
      k = box.to;
    } else if (t.isMark(k, "-") || t.isMark(k, "*") || t.isMark(k, "+") || t.isMark(k, "#")) {
      while (
        k < b - 1 &&
        t.type[k] === MARK &&
        (t.isMark(k, "-") || t.isMark(k, "*") || t.isMark(k, "#") || t.isMark(k, "+"))
      )
        k++;
    } else if (
      k + 2 < b &&
      (t.isMark(k + 1, ")") || t.isMark(k + 1, ".")) &&
      short(t, k) &&
      ((t.flags[k + 2] as number) & SPACED) !== 0 &&
      !side(t, k)
    ) {
      k += 2;
    } else if (t.isMark(k, "(") && t.isMark(k + 2, ")") && k + 3 < b && short(t, k + 1) && !side(t, k + 1)) {
      k += 3;
    } else break;
  }
  return { at: k, tick };
}

/** "L." and "R." are sides, not list letters. */
function side(t: Tokens, k: number): boolean {
  const w = t.textOf(k);
  return w === "L" || w === "R";
}

function short(t: Tokens, k: number): boolean {
  const length = (t.end[k] as number) - (t.start[k] as number);
  return (t.type[k] === NUMBER && length <= 2) || (t.type[k] === WORD && length === 1);
}

/** A tick box at token k: [x] [ ] (x) ( ) ☑ ☐; a dash or N in it is not a tick. */
export function tickAt(t: Tokens, k: number, b: number): { ticked: boolean; to: number } | null {
  if (t.isMark(k, "☑")) return { ticked: true, to: k + 1 };
  if (t.isMark(k, "☐")) return { ticked: false, to: k + 1 };
  const square = t.isMark(k, "[");
  if (!square && !t.isMark(k, "(")) return null;
  const close = square ? "]" : ")";
  if (t.isMark(k + 1, close) && k + 1 < b) {
    return square || (t.start[k + 1] as number) > (t.end[k] as number) ? { ticked: false, to: k + 2 } : null;
  }
  if (k + 2 < b && t.isMark(k + 2, close)) {
    const inside = t.textOf(k + 1).toLowerCase();
    if (inside === "x" || inside === "y" || inside === "☑") return { ticked: true, to: k + 3 };
    if (square && (inside === "-" || inside === "n" || inside === "_")) return { ticked: false, to: k + 3 };
  }
  return null;
}
