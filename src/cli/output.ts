/** Getting text out: whole answers, JSON, findings; quiet when the reader at the other end has gone. */
import { createColors } from "picocolors";
import type { Finding } from "../base/finding.ts";
import type { Painter } from "../explain/wrap.ts";
import { showFinding } from "../rulebook/show.ts";

/** Columns of every plain answer, whatever the terminal: the same input gives the same bytes. */
export const WIDTH = 80;
/** How answers are written where no terminal is. */
export const PLAIN_ANSWER = { width: WIDTH, color: null } as const;

/** True when `stream` may be coloured: a terminal, and nobody asked for none (https://no-color.org). */
export function coloured(stream: { readonly isTTY?: boolean }): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}

/** The colours of the answers: real ones on a terminal, none in a pipe. */
export function painter(stream: NodeJS.WriteStream): Painter {
  const { bold, dim, green, yellow } = createColors(coloured(stream));
  return { bold, dim, good: (s) => bold(green(s)), ask: (s) => bold(yellow(s)) };
}

/** A closed pipe (`| head`) is the reader's way to say enough: end at once, without a word. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      process.exit(1);
    });
  }
}

/**
 * Writes an answer and a final newline to standard output. A note may carry control characters, and an answer
 * quotes it: only line ends and this program's own colours reach the terminal.
 */
export async function print(text: string): Promise<void> {
  await put(`${tame(text)}\n`);
}

/** The text without control and direction characters, but for line ends and the colours of `painter`. */
export function tame(text: string): string {
  return text.replace(UNSAFE, (found) => (OWN.test(found) ? found : ""));
}
/* oxlint-disable no-control-regex */
const OWN = /^\u001b\[(?:1|2|22|32|33|39)m$/;
const UNSAFE = new RegExp(
  [/\u001b(?:\[\d+m)?/, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/]
    .map((r) => r.source)
    .join("|"),
  "g",
);
/* oxlint-enable no-control-regex */

/** One value as indented JSON. */
export async function printJson(value: unknown): Promise<void> {
  await put(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes to standard output, waiting while the pipe is full. */
export async function put(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

/** Findings on standard error, severity coloured on a terminal. */
export function complain(findings: readonly Finding[]): void {
  const paint = createColors(coloured(process.stderr));
  for (const f of findings) {
    const colour = f.severity === "error" ? paint.red : f.severity === "warning" ? paint.yellow : paint.dim;
    process.stderr.write(`${showFinding(f).replace(/^\S+ \S+:/, (head) => colour(head))}\n`);
  }
}
