/**
 * JSON in one form only, so that equal values have equal bytes: keys sorted by UTF-16 code unit, no white space,
 * undefined left out. For hashes, receipts and the compiled book. Takes JSON-safe values; throws RangeError on a
 * value that holds itself.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  let out = "";
  if (Array.isArray(value)) {
    // By index: a hole counts as null, as in JSON.
    for (let i = 0; i < value.length; i++) out += (i === 0 ? "" : ",") + canonicalJson(value[i]);
    return `[${out}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of sorted(Object.keys(record))) {
    const part = record[key];
    if (part === undefined) continue;
    out += `${out === "" ? "" : ","}${quoted(key)}:${canonicalJson(part)}`;
  }
  return `{${out}}`;
}

/** By code unit, in place. Few keys are put in order quicker by hand. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let k = i;
    for (; k > 0 && (keys[k - 1] as string) > key; k--) keys[k] = keys[k - 1] as string;
    keys[k] = key;
  }
  return keys;
}

const FEW = 24;

/** Most texts need no escape, and those that need none are only put in quotes. */
function quoted(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x20 || c > 0x7e || c === 0x22 || c === 0x5c) return JSON.stringify(text);
  }
  return `"${text}"`;
}
