/**
 * What a note must show: a fill-in form for the clinic, made from the rules of a family that read it. A field is
 * there because a condition of the decision table, a companion or a drug's unit asks for it, and the form says which.
 */
import { inForce } from "../base/dates.ts";
import type { Survey } from "../policy/survey.ts";
import { shortHash } from "../rulebook/hash.ts";
import type { Family, FamilyEdition, ImagingRule, Rulebook } from "../rulebook/types.ts";
import { sourceLine } from "./citations.ts";
import { lastDay } from "./days.ts";
import { blank, boxes, made, paragraph, part, points, refused, type Made, type Words } from "./document.ts";
import { MODALITY_WORDS } from "./words.ts";
import { policyFields, policyNote, policySources, type Field } from "./template-policy.ts";
import { familyNotCoded, noRuleOn, unknownFamily } from "./problems.ts";

/**
 * The form for a family, by the rules of a day (without one: the last day of the book). `payerOf`, when given, tells
 * what a payer requires for a code on that day; what it asks of the record becomes fields too. Refused with NP5002,
 * NP5004 or NP5005.
 */
export function templateOf(
  id: string,
  book: Rulebook,
  on: string = lastDay(book),
  payerOf?: (code: string) => Survey,
): Made {
  const family = book.families.find((f) => f.id === id);
  if (family === undefined)
    return refused(
      unknownFamily(
        id,
        book.families.filter((f) => f.notCoded === undefined).map((f) => f.id),
      ),
    );
  if (family.notCoded !== undefined) return refused(familyNotCoded(family.title, family.notCoded.because));
  const edition = inForce(family.editions, on);
  if (edition === undefined) return refused(noRuleOn({ code: family.title, editions: family.editions }, on));
  const imaging = book.imaging.filter((i) => i.families.includes(id) && inForce([i], on) !== undefined);
  const payer = payerOf?.(edition.rows[0]?.code ?? "");
  const own = fieldsOf(family, edition, imaging, book);
  const asked = payer === undefined ? [] : policyFields(payer);
  const fields = [...own, ...asked];
  return made({
    type: "template",
    title: `What the note must show: ${family.title.toLowerCase()}`,
    subtitle: `By the rules of ${on}${payer === undefined ? "" : ` and of ${payer.payer.name}`}; for every procedure of this kind`,
    date: on,
    footer: `Made from the rules of the family "${id}", rulebook ${book.version} ${shortHash(book.hash)}. Write only what was done.`,
    blocks: [
      blank("Patient, date of service"),
      ...fields.flatMap((f) => part(f.title, ...f.form)),
      ...(payer === undefined ? [] : part(`What ${payer.payer.name} asks`, policyNote(payer))),
      ...part("Also write down", points(ALSO)),
      blank("Provider, signature, date"),
      ...part("Why each field is there", {
        kind: "table",
        head: ["Field", "Why", "Read by"],
        widths: [0.24, 0.46, 0.3],
        rows: fields.map((f) => [f.title, f.why, f.readBy.join(", ")]),
      }),
      ...part(
        "Where it is written",
        points([...sources(edition, imaging, book), ...(payer === undefined ? [] : policySources(payer))]),
      ),
    ],
  });
}

/** What keeps a reader, person or machine, from taking something named for something done. */
const ALSO: readonly Words[] = [
  "What was only examined, planned, or offered and declined, in a section of its own and not among what was done.",
  "What was done on an earlier day, with that day.",
  "A structure by its own name, and not only by a level, a region, or the diagnosis.",
];

function fieldsOf(
  family: Family,
  edition: FamilyEdition,
  imaging: readonly ImagingRule[],
  book: Rulebook,
): readonly Field[] {
  const reading = (kinds: readonly string[]): readonly string[] =>
    edition.rows.filter((r) => r.when.some((c) => kinds.includes(c.kind))).map((r) => r.where.rule);
  const all = edition.rows.map((r) => r.where.rule);
  const why = (question: string, otherwise: string): string => family.questions[question]?.why ?? otherwise;
  const [thing, rows] = treated(family, edition);
  const image = [...imaging.map((i) => i.where.rule), ...reading(["image", "imaging"])];
  const drugs = book.drugs.some((d) => d.lines.length > 0 && takes(family, d.agent));
  return [
    {
      title: "What was treated",
      why: `${why("muscles", why("structure", "The structure decides."))} ${why("side", "")}`.trim(),
      readBy: all,
      form: [
        paragraph(
          "One line for each, by its own name. How often the needle went in may be written, and is not counted.",
          "quiet",
        ),
        { kind: "table", form: true, head: [thing, "Side", "Needle insertions"], widths: [0.56, 0.22, 0.22], rows },
      ],
    },
    {
      title: "What was put in",
      why: why("substance", "What went through the needle decides which procedure it was."),
      readBy: [`${family.id} (what it takes)`, ...(drugs ? ["drugs (units by amount)"] : [])],
      form: [
        {
          kind: "table",
          form: true,
          head: ["Drug or fluid (or: nothing)", "Strength", "Amount given", "Amount discarded"],
          widths: [0.4, 0.2, 0.2, 0.2],
          rows: [EMPTY(4), EMPTY(4)],
        },
      ],
    },
    ...(image.length === 0
      ? []
      : [
          {
            title: "Guidance",
            why: why("image", "Guidance is reported only when an image was kept and described."),
            readBy: [...new Set(image)],
            form: [
              boxes(["None, or by touch", ...modalities(imaging, family)]),
              blank("Where the image of the needle is kept, and what it shows"),
            ],
          },
        ]),
  ];
}

const EMPTY = (cells: number): readonly Words[] => Array.from({ length: cells }, () => "");

/** The head of the column, and enough empty rows. */
function treated(family: Family, edition: FamilyEdition): readonly [string, readonly (readonly Words[])[]] {
  const heads: Readonly<Record<string, string>> = {
    muscle: "Muscle",
    "muscle-group": "Muscle, and the part of the body",
    joint: "Joint or bursa",
    nerve: "Nerve",
  };
  const structure = edition.rows.some((r) => r.when.some((c) => c.kind === "structure"));
  const head = heads[edition.counts] ?? (structure ? "Structure, and which part of it" : "Structure");
  return [head, Array.from({ length: family.per === "session" ? 5 : 3 }, () => EMPTY(3))];
}

const takes = (family: Family, agent: string): boolean =>
  (family.takes.agents === undefined || family.takes.agents.some((a) => a === agent)) &&
  !(family.takes.notAgents ?? []).some((a) => a === agent);

function modalities(imaging: readonly ImagingRule[], family: Family): readonly string[] {
  const used = new Set([...imaging.map((i) => i.modality), ...family.companions]);
  const all = Object.keys(MODALITY_WORDS) as (keyof typeof MODALITY_WORDS)[];
  return all
    .filter((m) => used.has(m))
    .map((m) => MODALITY_WORDS[m].charAt(0).toUpperCase() + MODALITY_WORDS[m].slice(1));
}

function sources(edition: FamilyEdition, imaging: readonly ImagingRule[], book: Rulebook): readonly Words[] {
  const cites = [...edition.cite, ...edition.rows.flatMap((r) => r.cite), ...imaging.flatMap((i) => i.cite)];
  const seen = new Set<string>();
  return cites.flatMap((c) => {
    if (seen.has(c.source)) return [];
    seen.add(c.source);
    return [sourceLine(c.source, book, c)];
  });
}
