/**
 * The entry of the start-up snapshot (scripts/build.mjs): loads the book and the engine, answers one note so
 * that everything lazy is there, and leaves the heap to be written to disk. A process started from it
 * begins at `run` with all of that in memory. It serves `code` alone; the launcher sees to that.
 */
import { startupSnapshot } from "node:v8";
import { answerText } from "../explain/answer.ts";
import { keepLoaded, loadEngine } from "./engine.ts";
import { PLAIN_ANSWER } from "./output.ts";
import { run } from "./program.ts";

const NOTE = `DATE OF SERVICE: 06/02/2025
PROCEDURE: Trigger point injections under sterile technique with 1% lidocaine, 1 cc at each site.
1. Left trapezius. 2. Right rhomboids x 3. 3. Bilatral supraspinatus. Ultrasound guidance was not used.
PLAN: return in six weeks; consider the levator scapulae.`;

const { book } = keepLoaded();
// With a payer too: the words of payers' criteria are made ready when they are first asked for.
for (const payer of [{}, { payer: "medicare", state: "IL" }])
  answerText(loadEngine(book)({ note: NOTE, ...payer }), book, { ...PLAIN_ANSWER, note: NOTE });
startupSnapshot.setDeserializeMainFunction(() => void run(process.argv.slice(1)));
