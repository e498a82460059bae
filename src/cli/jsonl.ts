/**
 * `code --jsonl`: encounters in, determinations out, one a line, in the order they came. Memory does not
 * grow with the number of lines: a chunk is read, answered and written before the next is asked for.
 */
import { createReadStream, fstatSync } from "node:fs";
import type { Finding } from "../base/finding.ts";
import type { Determination, Encounter } from "../coding/determination.ts";
import { checkEncounter, isRecord } from "./encounter.ts";
import { loadBook, loadEngine } from "./engine.ts";
import { inside, LIMIT, Refused, tooLarge } from "./findings.ts";
import { decode, jsonOf, openFile } from "./input.ts";
import { encounterOf, type EncounterOptions } from "./options.ts";
import { complain, put } from "./output.ts";
import { progress } from "./progress.ts";

const NEWLINE = 10;
/** Answers are written in pieces of about this many characters. */
const PIECE = 262_144;

/** What stands in the output for a line that could not be answered. */
export interface RefusedLine {
  readonly kind: "refused";
  readonly id: string | number | null;
  /** Line of the input, from 1. */
  readonly line: number;
  readonly findings: readonly Finding[];
}

/**
 * Answers every line of the files (`-` or none: standard input). Gives the exit code: 1 when any line was refused.
 * Rejects with Refused when a file cannot be opened.
 */
export async function codeLines(files: readonly string[], options: EncounterOptions): Promise<number> {
  const book = loadBook();
  const defaults = await encounterOf(options, book);
  const answer = answerer(loadEngine(book), defaults);
  let lines = 0;
  let bad = 0;
  let out = "";
  for (const file of files.length === 0 ? ["-"] : files) {
    try {
      const { stream, size } = open(file);
      const bar = size === null ? progress("encounters", null) : progress("MB", Math.ceil(size / 1e6));
      let read = 0;
      const line = splitter();
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        for (const bytes of line(chunk)) await take(bytes);
        read += chunk.length;
        await flush();
        await bar.at(size === null ? lines : read / 1e6);
      }
      for (const bytes of line(null)) await take(bytes);
      await flush();
      bar.stop();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      complain(error.findings);
      bad++;
    }
  }
  if (bad > 0)
    process.stderr.write(`needlepoint: ${bad} of ${lines} lines were refused; each has its findings in the output.\n`);
  return bad > 0 ? 1 : 0;

  async function take(bytes: Uint8Array | null): Promise<void> {
    lines++;
    if (bytes !== null && isBlank(bytes)) return;
    const result = answer(bytes, lines);
    if (result.kind === "refused" || result.findings.some((f) => f.severity === "error")) bad++;
    out += `${JSON.stringify(result)}\n`;
    if (out.length > PIECE) await flush();
  }

  async function flush(): Promise<void> {
    if (out !== "") await put(out);
    out = "";
  }
}

/** Answers one line; null stands for one that was too long to keep. Never throws. */
export function answerer(
  decide: (encounter: Encounter) => Determination,
  defaults: Partial<Encounter>,
): (bytes: Uint8Array | null, line: number) => Determination | RefusedLine {
  return (bytes, line) => {
    const at = `line ${line}`;
    let id: string | number | null = null;
    try {
      if (bytes === null) throw new Refused(tooLarge(at));
      const value = jsonOf(decode(bytes, at), at, "an encounter (a JSON object)");
      if (isRecord(value) && (typeof value["id"] === "string" || typeof value["id"] === "number")) id = value["id"];
      const { encounter, findings } = checkEncounter(value, defaults, at);
      if (encounter === null) throw new Refused(...findings);
      return decide(encounter);
    } catch (error) {
      // A fault inside is this line's alone: the others are still answered.
      return { kind: "refused", id, line, findings: error instanceof Refused ? error.findings : [inside()] };
    }
  };
}

/**
 * Cuts chunks into lines. Give it null at the end for what is left. A line longer than the limit is
 * not kept: null stands for it.
 */
export function splitter(): (chunk: Buffer | null) => Iterable<Buffer | null> {
  let held: Buffer[] = [];
  let size = 0;
  const close = (): Buffer | null => {
    const line = size > LIMIT ? null : held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    held = [];
    size = 0;
    return line;
  };
  const hold = (part: Buffer): void => {
    size += part.length;
    if (size > LIMIT) held = [];
    else if (part.length > 0) held.push(part);
  };
  return function* (chunk) {
    if (chunk === null) {
      if (size > 0) yield close();
      return;
    }
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, to));
      yield close();
      from = to + 1;
    }
    hold(chunk.subarray(from));
  };
}

/** Nothing but spaces, tabs and a carriage return. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((b) => b === 32 || b === 9 || b === 13);
}

function open(file: string): { stream: AsyncIterable<unknown>; size: number | null } {
  if (file === "-") return { stream: process.stdin, size: null };
  const fd = openFile(file);
  const stat = fstatSync(fd);
  return { stream: createReadStream(file, { fd, highWaterMark: 262_144 }), size: stat.isFile() ? stat.size : null };
}
