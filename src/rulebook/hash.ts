/** Content hashes: the same in Node and in the browser, without waiting. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";

/** `sha256-` and 64 hex digits over the UTF-8 bytes of a text. */
export const hashText = (text: string): string => `sha256-${bytesToHex(sha256(bytesOf(text)))}`;

/** UTF-8. Plain ASCII, as most texts are, is its own. */
function bytesOf(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) return utf8ToBytes(text);
    out[i] = c;
  }
  return out;
}

/** The first twelve hex digits of a hash: enough for people to tell two apart. */
export const shortHash = (hash: string): string => hash.replace(/^sha256-/, "").slice(0, 12);

/** `sha256-` and 64 hex digits over the canonical JSON of a value. */
export const hashValue = (value: unknown): string => hashText(canonicalJson(value));
