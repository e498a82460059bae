/** What was treated and is not coded by this book, and what was seen and not counted: said, with the reason. */
import type { IsoDate } from "../base/dates.ts";
import type { NotePlace } from "../base/finding.ts";
import type { Mention, Status } from "../note/facts.ts";
import type { Answer } from "./answer.ts";
import { evidenceOf } from "./count-elements.ts";
import type { NotCoded } from "./determination.ts";
import type { Element } from "./elements.ts";
import type { Assessed } from "./mentions.ts";
import { notCounted, nothingTreated } from "./remarks.ts";
import { placeOf, type Session } from "./sessions.ts";
import type { BookTable, FamilyTable } from "./tables.ts";

/** A list that nobody would read to its end. */
const MOST_SHOWN = 40;

const WHY: Readonly<Record<Status, string>> = {
  injected: "It was injected at another session.",
  needled: "It was needled at another session.",
  examined: "It was examined, not treated.",
  planned: "It is planned, not done.",
  past: "It was done on an earlier date.",
  declined: "It was declined or left undone.",
  risk: "It stands in the consent or among the risks.",
  other: "Nothing says that it was treated.",
};

/** A family the book recognises and does not code, or for which it knows no rule on this date. */
export function notCodedFamily(family: FamilyTable, elements: readonly Element[], date: IsoDate): NotCoded {
  const { id, title, notCoded } = family.family;
  return {
    family: id,
    says: `${title}: ${[...new Set(elements.map((e) => e.name))].join(", ")}`,
    because: notCoded?.because ?? `No rule of this rulebook is in force for it on ${date}.`,
    evidence: evidenceOf(elements),
  };
}

/** Structures that no family takes, each once. */
export function notCodedStructures(unrouted: readonly Assessed[]): readonly NotCoded[] {
  const bySays = new Map<string, { entry: NotCoded; evidence: NotePlace[] }>();
  for (const { mention, site, technique } of unrouted) {
    const kind = (site?.kind ?? mention.kind).replace("-", " ");
    const says = `${site?.name ?? (mention.text === "" ? kind : mention.text)}: ${technique}`;
    const before = bySays.get(says);
    if (before !== undefined) before.evidence.push(placeOf(mention));
    else {
      const evidence = [placeOf(mention)];
      const because = `No family of this rulebook takes ${technique} of this kind of structure (${kind}) with what was put in.`;
      bySays.set(says, { entry: { family: "none", says, because, evidence }, evidence });
    }
  }
  return [...bySays.values()].map((v) => v.entry);
}

/** Says, for a note in which nothing was treated, what it does name and why that does not count. */
export function addSeen(session: Session, book: BookTable, answer: Answer): void {
  answer.findings.push(nothingTreated());
  const said = new Set<string>();
  for (const mention of session.seen) {
    const why = WHY[mention.status];
    const name = nameOf(mention, book);
    if (said.has(name + why)) continue;
    if (said.size === MOST_SHOWN) return;
    said.add(name + why);
    answer.findings.push(notCounted(name, why, placeOf(mention)));
  }
}

function nameOf(mention: Mention, book: BookTable): string {
  const site = mention.id === null ? undefined : book.sites.byId.get(mention.id);
  const name = site?.name ?? (mention.text === "" ? mention.kind : mention.text);
  return mention.side === "unspecified" || mention.side === "midline" ? name : `${mention.side} ${name}`;
}
