/**
 * The rulebook as it stood on a day, made ready for deciding. A book changes on a few dozen dates only:
 * between two of them every table is the same, so each such era is compiled once, on first use.
 */
import { holds, inForce, type IsoDate } from "../base/dates.ts";
import type { Finding } from "../base/finding.ts";
import type { Range } from "../base/range.ts";
import type {
  Citation,
  ClaimForm,
  Code,
  CodeEdition,
  Condition,
  CountedThing,
  Drug,
  DrugLine,
  Family,
  ImagingRule,
  Row,
  Rulebook,
} from "../rulebook/types.ts";
import { agentBits, kindBits, techniqueBits } from "./bits.ts";
import { compileContests, type Contest } from "./contested.ts";
import { gapOf, pastReview, rowWithoutCode } from "./problems.ts";
import { compileQuestions, type Questions } from "./queries.ts";
import { compileSites, type Sites } from "./sites.ts";

/** Everything that does not depend on the date. */
export interface BookTable {
  readonly book: Rulebook;
  readonly sites: Sites;
  readonly contests: readonly Contest[];
  /** The tables in force on a day inside the horizon. */
  era(day: IsoDate): Era;
}

export interface Era {
  readonly families: readonly FamilyTable[];
  /** The family that asks about a treatment whose structure is not named. */
  readonly asksUnnamed: FamilyTable | null;
  readonly imaging: readonly ImagingTable[];
  readonly drugs: ReadonlyMap<string, DrugTable>;
  readonly forms: readonly ClaimForm[];
}

export interface FamilyTable {
  readonly family: Family;
  /** Place in the order of trying. */
  readonly index: number;
  /** Null: the book knows of the family, but of no rule for this date. */
  readonly counts: CountedThing | null;
  readonly rows: readonly RowTable[];
  readonly techniques: number;
  /** -1: any. */
  readonly kinds: number;
  /** It is about muscles: their number is shown even where the code does not ask for it. */
  readonly muscular: boolean;
  readonly structures: ReadonlySet<string> | null;
  readonly agents: number;
  readonly notAgents: number;
  readonly imaging: "required" | "absent" | null;
  readonly regions: ReadonlySet<string> | null;
  readonly purposes: readonly string[];
  readonly notPurposes: readonly string[];
  /** Region of the body to the limb it belongs to; null where places are levels. */
  readonly limbOf: ReadonlyMap<string, string> | null;
  readonly questions: Questions;
  /** Said whenever the family takes part: gaps, a passed review date. */
  readonly caveats: readonly Finding[];
  /** Said from this day on: the rules should have been looked at again. */
  readonly review: { readonly by: IsoDate; readonly finding: Finding };
}

export interface RowTable {
  readonly row: Row;
  /** Place in the family, least first. */
  readonly rank: number;
  /** A row that asks for no count still needs one thing done. */
  readonly count: Range;
  /** The row itself asks for a count. */
  readonly counted: boolean;
  /** Which places in their order it takes; those from 1 on when it does not say. */
  readonly place: Range;
  readonly others: readonly Condition[];
  /** Agent classes of each `agent` condition, in the order of `others`. */
  readonly otherBits: readonly number[];
  readonly code: CodeTable;
  readonly citations: readonly string[];
}

export interface CodeTable {
  readonly code: string;
  readonly family: string;
  readonly says: string | null;
  readonly once: boolean;
  readonly modifiers: ReadonlySet<string>;
}

export interface ImagingTable {
  readonly rule: ImagingRule;
  readonly families: ReadonlySet<string>;
  readonly citations: readonly string[];
}

export interface DrugTable {
  readonly drug: Drug;
  readonly lines: readonly { readonly line: DrugLine; readonly citations: readonly string[] }[];
}

/** Prepares a book for deciding. Cheap: eras are compiled when a date of theirs is first asked for. */
export function compileBook(book: Rulebook): BookTable {
  const starts = boundaries(book);
  const eras: (Era | undefined)[] = [];
  return {
    book,
    sites: compileSites(book.structures),
    contests: compileContests(book.conventions),
    era(day) {
      let low = 0;
      for (let high = starts.length - 1; low < high;) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= day) low = middle;
        else high = middle - 1;
      }
      return (eras[low] ??= compileEra(book, starts[low]!));
    },
  };
}

function boundaries(book: Rulebook): IsoDate[] {
  const days = new Set<IsoDate>([book.horizon.from]);
  const spans = [
    ...book.families.flatMap((f) => [f.coverage, ...f.editions]),
    ...Object.values(book.codes).flatMap((c) => c.editions),
    ...book.imaging,
    ...book.drugs.flatMap((d) => d.lines),
    ...book.forms,
  ];
  for (const { from, until } of spans) {
    if (from > book.horizon.from) days.add(from);
    if (until !== null && until > book.horizon.from) days.add(until);
  }
  return [...days].sort();
}

function compileEra(book: Rulebook, day: IsoDate): Era {
  const families = [...book.families]
    .sort((a, b) => a.priority - b.priority)
    .map((f, index) => compileFamily(book, f, index, day));
  const region = kindBits(["region"]);
  const injection = techniqueBits(["injection"]);
  return {
    families,
    asksUnnamed:
      families.find(
        (f) => f.rows.length > 0 && f.agents === 0 && (f.kinds & region) !== 0 && (f.techniques & injection) !== 0,
      ) ?? null,
    forms: book.forms.filter((form) => holds(form, day)),
    imaging: book.imaging
      .filter((rule) => holds(rule, day))
      .map((rule) => ({ rule, families: new Set(rule.families), citations: sources(rule.cite) })),
    drugs: new Map(
      book.drugs.map((drug) => [
        drug.id,
        {
          drug,
          lines: drug.lines.filter((line) => holds(line, day)).map((line) => ({ line, citations: sources(line.cite) })),
        },
      ]),
    ),
  };
}

function compileFamily(book: Rulebook, family: Family, index: number, day: IsoDate): FamilyTable {
  const edition = holds(family.coverage, day) ? inForce(family.editions, day) : undefined;
  const caveats = book.gaps.filter((gap) => gap.family === family.id).map(gapOf);
  const rows: RowTable[] = [];
  edition?.rows.forEach((row, rank) => {
    const table = compileRow(book.codes[row.code], row, rank, day);
    if (table === null) caveats.push(rowWithoutCode(row, day));
    else rows.push(table);
  });
  return {
    family,
    index,
    rows,
    caveats,
    questions: compileQuestions(family),
    counts: edition?.counts ?? null,
    techniques: techniqueBits(family.takes.techniques),
    kinds: family.takes.kinds === undefined ? -1 : kindBits(family.takes.kinds),
    muscular: family.takes.kinds?.includes("muscle") ?? false,
    structures: family.takes.structures === undefined ? null : new Set(family.takes.structures),
    agents: agentBits(family.takes.agents ?? []),
    notAgents: agentBits(family.takes.notAgents ?? []),
    imaging: family.takes.imaging ?? null,
    regions: family.takes.regions === undefined ? null : new Set(family.takes.regions),
    purposes: family.takes.purposes ?? [],
    notPurposes: family.takes.notPurposes ?? [],
    limbOf:
      family.limbs === undefined
        ? null
        : new Map(Object.entries(family.limbs).flatMap(([limb, regions]) => regions.map((r) => [r, limb] as const))),
    review: { by: family.reviewBy, finding: pastReview(family) },
  };
}

const SOMETHING: Range = { min: 1, max: null };

/** Null when the book knows the code but has no edition of it on that day: such a row must not fire. */
function compileRow(code: Code | undefined, row: Row, rank: number, day: IsoDate): RowTable | null {
  const edition = code === undefined ? undefined : inForce(code.editions, day);
  if (code !== undefined && edition === undefined) return null;
  let count: Range | null = null;
  let place: Range | null = null;
  const others: Condition[] = [];
  for (const condition of row.when) {
    if (condition.kind === "count" && count === null) count = condition.range;
    else if (condition.kind === "place") place = condition.range;
    else others.push(condition);
  }
  return {
    row,
    rank,
    count: count ?? SOMETHING,
    counted: count !== null,
    place: place ?? SOMETHING,
    others,
    otherBits: others.map((c) =>
      c.kind === "agent" ? agentBits(c.classes) : c.kind === "structure" ? kindBits(c.kinds) : 0,
    ),
    citations: sources(row.cite),
    code: {
      code: row.code,
      family: code?.family ?? "",
      says: edition?.says ?? null,
      once: edition?.per === "session",
      modifiers: allowedModifiers(edition),
    },
  };
}

/** "RT/LT" and "FA-F9" are how people write several modifiers at once. */
function allowedModifiers(edition: CodeEdition | undefined): ReadonlySet<string> {
  const allowed = new Set<string>();
  for (const { modifier, allowed: yes } of edition?.modifiers ?? []) {
    if (!yes) continue;
    for (const part of modifier.split(/[/, ]+/)) {
      allowed.add(part);
      if (/^(FA|F1)-F9$/.test(part))
        for (const f of ["FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"]) allowed.add(f);
      if (/^(TA|T1)-T9$/.test(part))
        for (const t of ["TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"]) allowed.add(t);
    }
  }
  return allowed;
}

/** Source ids of a list of citations, each once. */
export function sources(cite: readonly Citation[]): readonly string[] {
  return [...new Set(cite.map((c) => c.source))];
}
