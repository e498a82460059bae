/** The worker that reads documents: apart from the core, so that a hostile one can be stopped without losing the answer. */
import { readDocument, type ReadText } from "../../../src/formats/read/read.ts";

const post = (result: ReadText): void =>
  (self as unknown as { postMessage(message: ReadText): void }).postMessage(result);

self.addEventListener("message", (event: MessageEvent<ArrayBuffer>) => {
  void readDocument(new Uint8Array(event.data)).then(post);
});
