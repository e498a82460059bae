/**
 * What is said of a drug beyond its own sentence: "Dose given 155 units. Discarded 45 units.", the amounts of a toxin written at
 * each muscle, and the structures or the side of the line in which an amount stands, so that amounts at two sites can be
 * told from one amount said twice.
 */
import { amountsIn, type Amount } from "../structures/amounts.ts";
import type { SubstanceFact } from "../facts.ts";
import { OTHER_DAYS } from "../page/sections.ts";
import type { Work } from "../structures/work.ts";
import type { Segment } from "../page/layout.ts";
import type { Page } from "../page/page.ts";
import { sideIn } from "../sides/sides.ts";
import { isDetail } from "../page/single-words.ts";
import { DETAIL } from "../lexicon/detail-words.ts";

type Lists = readonly (readonly SubstanceFact[])[];
type Dose = NonNullable<SubstanceFact["wasted"]>;

/** Segments between a drug and a sentence on its amount. */
const REACH = 4;
const MEASURES = new Set(["mg", "unit", "mL"]);
/** What is never supplied by the amount. */
const PLAIN = new Set<SubstanceFact["agent"]>(["anaesthetic", "saline", "contrast", "none"]);
/** Where amounts tell of something else than this session. */
const CLOSED = new Set<string>([...OTHER_DAYS, "assessment", "exam"]);

/** The substances of each segment, with what other sentences say of their amounts and with their sites. */
export function supplied(p: Page, substances: Lists, work: readonly Work[]): Lists {
  if (!substances.some((list) => list.some(isSupply))) return substances;
  const out = substances.map((list) => [...list]);
  sentences(p, out);
  const treated = work.filter((w) => w.verdict.status === "injected");
  const bySegment = new Map<number, Work[]>();
  for (const w of treated) {
    const here = bySegment.get(w.draft.segment);
    if (here === undefined) bySegment.set(w.draft.segment, [w]);
    else here.push(w);
  }
  const toxins = out.flat().filter((s) => s.agent === "toxin" && isSupply(s));
  const sum = toxins.length === 1 ? atMuscles(p, toxins[0] as SubstanceFact, treated) : null;
  for (const [no, list] of out.entries()) {
    const sites = list.some(isSupply) ? sitesOf(p, no, bySegment.get(no) ?? []) : [];
    if (sites.length === 0 && sum === null) continue;
    out[no] = list.map((s) =>
      isSupply(s)
        ? Object.freeze({
            ...s,
            ...(sum !== null && s === toxins[0] ? { dose: sum } : {}),
            ...(sites.length > 0 ? { sites } : {}),
          })
        : s,
    );
  }
  return out;
}

const isSupply = (s: SubstanceFact): boolean => s.status === "given" && s.id !== null && !PLAIN.has(s.agent);

/** Sentences with an amount and no drug of their own: they speak of the last drug before them. */
function sentences(p: Page, lists: SubstanceFact[][]): void {
  let last: readonly [no: number, i: number] | null = null;
  p.segments.forEach((seg, no) => {
    const list = lists[no] as SubstanceFact[];
    const own = list.findLastIndex(isSupply);
    if (own >= 0) last = [no, own];
    if (list.length > 0 || last === null || no - last[0] > REACH || CLOSED.has(seg.section)) return;
    const [at, i] = last;
    const drug = (lists[at] as SubstanceFact[])[i] as SubstanceFact;
    const waste = amountBy(p, seg, DETAIL.wasted);
    const given = waste === null ? amountBy(p, seg, DETAIL.given | DETAIL.used) : null;
    if (waste !== null && drug.wasted === undefined && measures(drug, waste)) set(lists, at, i, { wasted: waste });
    if (given !== null && drug.dose === undefined && measures(drug, given)) set(lists, at, i, { dose: given });
  });
}

function set(lists: SubstanceFact[][], no: number, i: number, more: Partial<SubstanceFact>): void {
  const list = lists[no] as SubstanceFact[];
  list[i] = Object.freeze({ ...(list[i] as SubstanceFact), ...more });
}

/** Units are a toxin's; a volume says an amount only where the strength is known. */
function measures(drug: SubstanceFact, { unit }: Dose): boolean {
  if (unit === "unit") return drug.agent === "toxin";
  return drug.agent !== "toxin" && (unit === "mg" || drug.strength !== undefined);
}

/** The one amount of a sentence, where one of the words (bits of `DETAIL`) stands within a few words of it. */
function amountBy(p: Page, seg: Segment, words: number): Dose | null {
  const amounts = amountsIn(p, seg).filter((a) => MEASURES.has(a.unit));
  const [a] = amounts;
  if (a === undefined || amounts.length > 1 || a.value <= 0) return null;
  for (let k = Math.max(seg.from, a.at - 4); k < Math.min(seg.to, a.to + 4); k++)
    if (isDetail(p, k, words)) return { value: a.value, unit: a.unit as Dose["unit"] };
  return null;
}

/** A toxin's amounts written at the muscles, added up; null where there are none or a larger sum is written. */
function atMuscles(p: Page, s: SubstanceFact, treated: readonly Work[]): Dose | null {
  const at = new Map<string, number>();
  for (const { draft, seg } of treated) {
    const a = amountAfter(p, draft.to, seg);
    if (a !== null) at.set(`${draft.id} ${draft.side}`, a.value * (a.each && draft.side === "bilateral" ? 2 : 1));
  }
  const sum = [...at.values()].reduce((x, y) => x + y, 0);
  const stated = s.dose?.unit === "unit" ? s.dose.value : 0;
  return sum > stated && [...at.values(), 0].includes(stated) ? { value: sum, unit: "unit" } : null;
}

/** "trapezius 40 units": the amount right after a structure. */
function amountAfter(p: Page, from: number, seg: Segment): Amount | null {
  const [a] = amountsIn(p, { ...seg, from, to: Math.min(seg.to, from + 8) });
  return a !== undefined && a.unit === "unit" && a.at - from <= 3 ? a : null;
}

/** Named by itself, and not by a general word that another name may make exact. */
function exact(p: Page, { draft }: Work): boolean {
  return draft.id !== null && draft.kind !== "region" && p.lex.structures[draft.id]?.mayMean === undefined;
}

/** The structures treated in the line with their sides; else the side that the line itself gives. */
function sitesOf(p: Page, no: number, treated: readonly Work[]): readonly string[] {
  const here = treated.filter((w) => exact(p, w));
  const sides = (side: string): readonly string[] => (side === "bilateral" ? ["left", "right"] : [side]);
  if (here.length > 0)
    return [
      ...new Set(
        here.flatMap(({ draft }) => sides(draft.side).map((s) => `${draft.id} ${s} ${draft.digit ?? ""}`.trim())),
      ),
    ];
  const seg = p.segments[no] as Segment;
  const side = sideIn(p, seg.from, seg.to);
  return side === "unspecified" ? [] : sides(side);
}
