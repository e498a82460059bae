/** A dropped or opened file as the text of a note. Read on this machine, in a worker of its own. */
import { finding } from "../../../src/base/finding.ts";
import { LARGEST } from "../../../src/formats/read/limits.ts";
import type { ReadText } from "../../../src/formats/read/read.ts";
import { tooLarge } from "../../../src/formats/read/problems.ts";

/** What the file dialogue offers: endings and media types. */
export const ACCEPT = ".txt,.text,.md,.docx,.pdf,.rtf,text/plain,application/pdf,application/rtf";

/** A document that has not been read by then is given up, in milliseconds. */
const PATIENCE = 30_000;

const gaveUp = finding({
  code: "NP6019",
  severity: "error",
  reason: "The file could not be read in half a minute.",
  remedy: "Open it in its own program and paste its text.",
});

/**
 * The text of a file, or the finding that refuses it: NP6015 for its size, NP6019 after half a minute, and all of
 * `readDocument`. Rejects when the browser cannot read the file.
 */
export async function readNote(file: File): Promise<ReadText> {
  if (file.size > LARGEST) return { kind: "refused", finding: tooLarge("file", `${LARGEST / 1024 / 1024} MB`) };
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL("./reading.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<ReadText>((resolve) => {
      const stop = (): void => resolve({ kind: "refused", finding: gaveUp });
      setTimeout(stop, PATIENCE);
      worker.addEventListener("error", stop);
      worker.addEventListener("message", ({ data }: MessageEvent<Partial<ReadText>>) => {
        // The reader of PDF, finding itself in a worker, greets the page too.
        if (data.kind === "text" || data.kind === "refused") resolve(data as ReadText);
      });
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
