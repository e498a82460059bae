/** The documents of an encounter or a family, as trees and as text, made in the worker. */
import type { Encounter } from "../../../src/coding/determination.ts";
import { acrossOf, daysAcross } from "../../../src/explain/across.ts";
import { appealOf } from "../../../src/explain/appeal.ts";
import { asHtml } from "../../../src/explain/as-html.ts";
import { asMarkdown } from "../../../src/explain/as-markdown.ts";
import { asText } from "../../../src/explain/as-text.ts";
import type { Made } from "../../../src/explain/document.ts";
import { proofOf } from "../../../src/explain/proof.ts";
import { queryOf } from "../../../src/explain/query.ts";
import { templateOf } from "../../../src/explain/template.ts";
import { cover } from "../../../src/policy/cover.ts";
import type { Core } from "./load.ts";
import type { Paper, PaperKind } from "./messages.ts";

/**
 * The document and its text in each format, or why there is none. `about`: the family of a template, the reason of a
 * denial; "" for the others. Rejects when the policies it needs cannot be fetched.
 */
export async function paper(core: Core, kind: PaperKind, encounter: Encounter, about: string): Promise<Paper> {
  const made = await make(core, kind, encounter, about);
  if (made.kind === "refused") return { document: null, findings: made.findings };
  const { document } = made;
  return { document, text: asText(document), markdown: asMarkdown(document), html: asHtml(document) };
}

async function make(core: Core, kind: PaperKind, encounter: Encounter, about: string): Promise<Made> {
  const { book } = core;
  if (kind === "template")
    return encounter.dateOfService === undefined
      ? templateOf(about, book)
      : templateOf(about, book, encounter.dateOfService);
  if (kind === "across") {
    // The engine answers at once here: the days differ, the tables it needs are those of the first answer.
    const answers = new Map<string | undefined, Awaited<ReturnType<Core["determine"]>>>();
    for (const day of daysAcross(book)) answers.set(day, await core.determine({ ...encounter, dateOfService: day }));
    const determined = (e: Encounter) => answers.get(e.dateOfService) as Awaited<ReturnType<Core["determine"]>>;
    return acrossOf(encounter, book, determined);
  }
  const determination = await core.determine(encounter);
  const note = encounter.note ?? null;
  if (kind === "appeal") {
    const coverage = encounter.payer === undefined ? null : cover(determination, encounter, await core.policies());
    return appealOf({ ...determination, coverage }, { denial: about }, note, book);
  }
  return kind === "proof" ? proofOf(determination, note, book) : queryOf(determination, note, book);
}
