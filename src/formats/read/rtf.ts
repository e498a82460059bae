/** An RTF document as text. Tokens come from the package's tokeniser; what they mean is kept as a stack of groups. */
import { Tokenize } from "rtf-stream-parser/dist/src/tokenize.js";
import { RtfText } from "./rtf-text.ts";
import type { RtfToken } from "./rtf-text.ts";
import { damaged } from "./problems.ts";
import { refuse, type ReadText } from "./read.ts";

/** `\binN` is followed by N raw bytes, for which the tokeniser makes room at once: more than there are is a lie. */
function overruns(bytes: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const m of text.matchAll(/\\bin(\d+)/g)) if (Number(m[1]) > bytes.length - m.index) return true;
  return false;
}

class Tokens extends Tokenize {
  readonly list: RtfToken[] = [];
  override push(token: unknown): boolean {
    if (token !== null) this.list.push(token as RtfToken);
    return true;
  }
}

/** The text of an RTF document, or NP6014. Rejects when it is damaged; `readDocument` makes a finding of that. */
export async function readRtf(bytes: Uint8Array): Promise<ReadText> {
  if (overruns(bytes)) return refuse(damaged("RTF document"));
  const tokens = new Tokens();
  /* oxlint-disable no-underscore-dangle */
  // Called as the stream would, so that it is done at once: `__transform` is `_transform` without its callback.
  tokens.__transform(Buffer.from(bytes), undefined);
  tokens._flushToken();
  /* oxlint-enable no-underscore-dangle */
  const text = new RtfText();
  for (const token of tokens.list) text.take(token);
  return { kind: "text", text: text.end(), findings: [] };
}
