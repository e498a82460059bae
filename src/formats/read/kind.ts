/** What a file is, by its first bytes. A name may lie. */

export type FileKind = "text" | "docx" | "pdf" | "rtf" | "zip" | "ole" | "other";

const starts = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

const includes = (bytes: Uint8Array, text: string): boolean => {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (starts(bytes, text, at)) return true;
  return false;
};

/** The kind of a file; `other` for binary data of no form known here. */
export function kindOf(bytes: Uint8Array): FileKind {
  // Some programs write a few bytes before the mark; readers of PDF look for it in the first kilobyte.
  if (includes(bytes.subarray(0, 1024), "%PDF-")) return "pdf";
  if (starts(bytes, "{\\rtf")) return "rtf";
  if (starts(bytes, "PK\u0003\u0004")) return includes(bytes, "word/document") ? "docx" : "zip";
  if (starts(bytes, "\u00d0\u00cf\u0011\u00e0")) return "ole";
  return bytes.includes(0) && !starts(bytes, "\u00ff\u00fe") && !starts(bytes, "\u00fe\u00ff") ? "other" : "text";
}

/** Is an old compound file a protected new document? Its parts are named in UTF-16. */
export const isProtected = (bytes: Uint8Array): boolean => includes(bytes, "EncryptedPackage".split("").join("\0"));
