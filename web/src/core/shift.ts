/** Marks of the last answer on the text as it is now, until the next answer comes: nothing flickers while typing. */
import type { Mark } from "./messages.ts";

/** Marks before the change stay, those behind it move along, those in it go. */
export function shiftMarks(marks: readonly Mark[], before: string, now: string): readonly Mark[] {
  if (before === now) return marks;
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail))
    tail++;
  const moved = now.length - before.length;
  return marks.flatMap((m) => {
    if (m.end <= head) return [m];
    if (m.start >= before.length - tail) return [{ ...m, start: m.start + moved, end: m.end + moved }];
    return [];
  });
}
