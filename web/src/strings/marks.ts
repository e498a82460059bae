/** What is told of a marked word. The worker says it. */
import type { Doubt } from "../../../src/note/facts.ts";
import { list } from "./list.ts";

export const marks = {
  countedAs: (names: readonly string[]) => `Counted: ${list(names)}.`,
  decides: "Its code rests on these words.",
  treatedNotCounted: "Treated, but not counted: it does not change the count, or another rule takes it.",
  notCounted: (status: string) => `Not counted: ${status}.`,
  because: (cue: string) => `Read from: ${cue.replace(/-/g, " ")}.`,
  doubts: {
    "side-blank": "The side was left blank.",
    "noun-missing": "A place without its structure.",
    "ambiguous-word": "The word has more than one meaning.",
    "heading-only": "It stands in a heading only.",
    "repaired-spelling": "The spelling was mended.",
    "done-unclear": "It is not clear that it was done.",
    "fluid-unclear": "It is not clear that anything was put in.",
  } satisfies Record<Doubt, string>,
  substance: {
    given: "Given.",
    mentioned: "Named, not given.",
    declined: "Not given.",
    past: "At an earlier time.",
    planned: "Planned.",
    discarded: "Discarded.",
  },
  reported: (code: string) => `Given; reported as ${code}.`,
  guidance: (modality: string) => (modality === "none" ? "no guidance" : `${modality} guidance`),
  guidanceUse: {
    guide: "It steered the needle.",
    look: "Looked at only; it did not steer the needle.",
    "not-used": "Expressly not used.",
    past: "At an earlier time.",
    planned: "Planned.",
  },
  stated: (n: number, of: string) => `${n} ${of.replace(/-/g, " ")}`,
  neverMuscles: "A stated number names no muscle.",
  label: "Printed in the note: shown, never followed.",
};
