/**
 * An appeal, from a determination and the reason of a denial: only facts of the note and cited rules. When the
 * denial is right, it says so in plain words instead, and what to do.
 */
import type { BilledLine, Determination } from "../coding/determination.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { checkBasis, footerOf } from "./basis.ts";
import { sourceLine, sourceRuns } from "./citations.ts";
import { denialOf, judge, type Verdict } from "./denial.ts";
import { blank, made, paragraph, part, points, refused, type Block, type Made } from "./document.ts";
import { counted, elements, rules, wordsOfNote } from "./evidence.ts";
import { unknownDenial } from "./problems.ts";
import { citationsOf, codeAndUnits } from "./tell.ts";

export interface AppealRequest {
  /** Code of the remittance ("CO-151", "97") or words ("bundled"). */
  readonly denial: string;
  /** The claim as it was sent; empty: what the note supports. */
  readonly billed?: readonly BilledLine[];
}

const TITLES: Readonly<Record<Verdict["is"], string>> = {
  right: "Nothing to appeal: the denial is right",
  wrong: "Request to reconsider a denial",
  ask: "Not yet: a fact is missing",
  payer: "Not yet: the payer's own rule decides",
  elsewhere: "Not answered by the note",
};

/**
 * The letter, or the page that says why there is none to write. Refused for a denial that is not known (NP5020), and
 * as `checkBasis` says.
 */
export function appealOf(d: Determination, request: AppealRequest, note: string | null, book: Rulebook): Made {
  const flaws = checkBasis(d, note, book);
  if (flaws.length > 0) return refused(...flaws);
  const denial = denialOf(request.denial, book);
  if (denial === undefined)
    return refused(
      unknownDenial(
        request.denial,
        book.denials.map((x) => x.id),
      ),
    );
  const billed = request.billed ?? [];
  const verdict = judge(denial, d, billed);
  const claim = (billed.length > 0 ? billed : d.lines).map(codeAndUnits).join(", ");
  return made({
    type: "appeal",
    title: TITLES[verdict.is],
    subtitle: `Date of service ${d.dateOfService}${d.id === "" ? "" : `, encounter ${d.id}`}${claim === "" ? "" : `, billed ${claim}`}`,
    date: d.dateOfService,
    footer: footerOf(d, book),
    blocks: [
      ...(verdict.is === "wrong" ? ADDRESSEE : []),
      ...part("The denial", paragraph(denial.says)),
      ...part(verdict.is === "wrong" ? "Why it does not hold" : "Why", points(verdict.because)),
      ...part("What the note shows", ...shown(d, note, book)),
      ...part("The payer's requirements", points(requirements(verdict, book))),
      ...part("The rule", ...rules(d, book)),
      ...part("Where it is written", points(citationsOf(d, book).map((c) => sourceRuns(c.cite, book, c.rule)))),
      ...part("To be asked first", points(verdict.is === "ask" ? d.queries.map((q) => q.asks) : [])),
      ...(verdict.is === "wrong" ? closing(d) : []),
      ...part("For the writer, not for the letter", points(verdict.is === "wrong" ? cautions(d) : [])),
    ],
  });
}

const ADDRESSEE: readonly Block[] = [blank("Payer, address"), blank("Patient, member number, claim number")];

const closing = (d: Determination): readonly Block[] => [
  ...part(
    "Request",
    paragraph(
      `Please reconsider the denial and process ${d.lines.map(codeAndUnits).join(", ")} for this date of service as documented. The procedure note is enclosed.`,
    ),
  ),
  blank("Name, signature, date"),
];

const shown = (d: Determination, note: string | null, book: Rulebook): readonly (Block | null)[] => [
  counted(d),
  elements(d, note, book),
  wordsOfNote(d, note),
];

function requirements(v: Verdict, book: Rulebook): readonly string[] {
  return v.requirements.map((r) => {
    const where = r.citations
      .slice(0, 1)
      .map((c) => (book.sources[c.source] === undefined ? "" : ` ${sourceLine(c.source, book, c)}`));
    return `${r.says}${r.found === "" ? "" : ` Found: ${r.found}.`}${where.join("")}`;
  });
}

/** What a reader at the payer may answer, so that the writer knows it first. */
function cautions(d: Determination): readonly string[] {
  const contested = d.contested
    .filter((c) => c.matters)
    .map((c) => {
      const own = c.answers.find((a) => a.position === c.applied)?.codes.join();
      const others = c.answers.filter((a) => a.codes.join() !== own).map((a) => a.codes.join(" or ") || "no code");
      return `Contested: ${c.asks} By another reading it is ${[...new Set(others)].join(", or ")}.`;
    });
  const open = d.queries.map((q) => `Still open, and the claim stands without it: ${q.asks}`);
  return [...contested, ...open, ...d.conflicts.map((c) => c.reason)];
}
