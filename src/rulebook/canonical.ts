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
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue;
    out += `${out === "" ? "" : ","}${quoted(key)}:${canonicalJson(record[key])}`;
  }
  return `{${out}}`;
}

/** Most texts need no escape, and those that need none are only put in quotes. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

const PLAIN = /^[ !#-[\]-~]*$/;
