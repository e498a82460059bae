/** Facts in one short line each, for tests. */
import type {
  CountFact,
  Fact,
  GuidanceFact,
  LabelFact,
  Mention,
  Side,
  StatementFact,
  SubstanceFact,
} from "../note/facts.ts";
import { smallBook } from "./small-book.ts";

const nowhere = { text: "", start: 0, end: 0 } as const;

/** A structure of the small book, injected unless said otherwise. */
export const injected = (id: string, side: Side = "left", more: Partial<Mention> = {}): Mention => ({
  kind: smallBook.structures[id]?.kind ?? "muscle",
  id,
  side,
  status: "injected",
  ...nowhere,
  ...more,
});
/** A structure of the small book, needled with nothing put in. */
export const needled = (id: string, side: Side = "left", more: Partial<Mention> = {}): Mention =>
  injected(id, side, { status: "needled", ...more });
/** Guidance of the needle; `imageKept` null: the note does not say. */
export const guidance = (
  modality: GuidanceFact["modality"],
  imageKept: boolean | null,
  more: Partial<GuidanceFact> = {},
): Fact => ({
  kind: "guidance",
  modality,
  use: "guide",
  imageKept,
  described: null,
  ...nowhere,
  ...more,
});
/** A substance of the small book, given. */
export const given = (id: string, more: Partial<SubstanceFact> = {}): Fact => ({
  kind: "substance",
  id,
  name: id,
  agent: smallBook.drugs.find((d) => d.id === id)?.agent ?? "other",
  status: "given",
  ...nowhere,
  ...more,
});
/** A number that the note states. */
export const count = (of: CountFact["of"], value: number, more: Partial<CountFact> = {}): Fact => ({
  kind: "count",
  of,
  value,
  ...nowhere,
  ...more,
});
/** What the note prints: a code, a title, a name. */
export const label = (of: LabelFact["of"], value: string): Fact => ({ kind: "label", of, value, ...nowhere });
/** A statement of the note. */
export const says = (what: StatementFact["says"], more: Partial<StatementFact> = {}): Fact => ({
  kind: "statement",
  says: what,
  ...nowhere,
  ...more,
});
