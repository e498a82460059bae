/** Content hashes: the same in Node and in the browser, without waiting. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";

/** `sha256-` and 64 hex digits over the UTF-8 bytes of a text. */
export const hashText = (text: string): string => `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;

/** `sha256-` and 64 hex digits over the canonical JSON of a value. */
export const hashValue = (value: unknown): string => hashText(canonicalJson(value));
