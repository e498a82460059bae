/** Keeps what did not change: parts of a new answer that are equal to the last one's become the very same objects. */

/** `next`, with every part that equals the same part of `last` replaced by it. Plain data only. */
export function share<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (typeof last !== "object" || typeof next !== "object" || last === null || next === null) return next;
  if (Array.isArray(last) !== Array.isArray(next)) return next;
  const before = last as Record<string, unknown>;
  const now = next as Record<string, unknown>;
  const keys = Object.keys(now);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const part = share(before[key], now[key]);
    if (Object.hasOwn(before, key) && Object.is(part, before[key])) now[key] = part;
    else same = false;
  }
  return same ? (last as T) : next;
}
