/**
 * The places of a family that puts them in order: levels of the spine, or limbs. A place that several words name is one
 * place; how many there may be besides the sure ones is kept, for the further lines depend on it.
 */
import type { Range } from "../base/range.ts";
import type { LevelReading, SpineRegion } from "../rulebook/types.ts";
import { makeCounter, type Want } from "./count.ts";
import { nameOf } from "./count-elements.ts";
import type { Element } from "./elements.ts";
import { namedBy, placeName, type Named } from "./levels.ts";
import { BY_SIDE } from "./ranges.ts";
import type { Tally } from "./readings.ts";
import { EITHER, LEFT, RIGHT, type SideIndex } from "./sites.ts";
import type { FamilyTable } from "./tables.ts";

/** One place. */
export interface Place {
  /** For people: "L4-5 facet joint", "left upper limb". */
  readonly name: string;
  readonly elements: readonly Element[];
  /** Sides treated there; both, one, or `EITHER` where the note does not say. */
  readonly sides: readonly SideIndex[];
  /** How many of what the rows count. */
  readonly count: Range;
}

/** Places that are numbered together. */
export interface Part {
  readonly elements: readonly Element[];
  readonly spine: readonly SpineRegion[];
  /** In their order: those on both sides first, then from the top; limbs with most muscles first. */
  readonly sure: readonly Place[];
  /** The most places there may be; `Infinity` when no end is known. */
  readonly most: number;
  /** Words whose side decides how many places there are. */
  readonly sideOpen: readonly Element[];
}

const ONE: Range = { min: 1, max: 1 };
const HIGHEST = 40;
const counter = makeCounter(HIGHEST);

interface Told extends Named {
  readonly element: Element;
  readonly reading: LevelReading;
}

/** Places by levels of the spine, each row's part of the spine by itself; words that give no part come last. */
export function levelParts(elements: readonly Element[], spines: readonly (readonly SpineRegion[])[]): readonly Part[] {
  const parts = new Map<number, Told[]>();
  for (const told of elements.flatMap(toldBy)) {
    const at = told.spine.length === 0 ? -1 : spines.findIndex((is) => told.spine.every((part) => is.includes(part)));
    const before = parts.get(spines.length === 0 ? 0 : at);
    if (before === undefined) parts.set(spines.length === 0 ? 0 : at, [told]);
    else before.push(told);
  }
  return [...parts].sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b)).map(([, told]) => partOf(told));
}

function toldBy(element: Element): readonly Told[] {
  const { site } = element;
  const reading = site?.levels ?? "segment";
  const own = site?.spine == null ? [] : [site.spine];
  const named = namedBy(element.levels, reading);
  const exact = named.filter((n) => n.at.length > 0);
  // "Lumbar facets, L4-5" names one thing, not two.
  const told =
    exact.length > 0 ? exact : named.length > 0 ? named : [{ at: [], most: Infinity, sure: true, spine: own }];
  return told.map((n) => ({ ...n, sure: n.sure && element.sure, element, reading }));
}

function partOf(told: readonly Told[]): Part {
  const elements = [...new Set(told.map((t) => t.element))];
  const wants: Want[] = told.map(({ at, most, sure }) => ({ atoms: at.map(Math.floor), most, sure }));
  const range = counter(wants);
  const exact = told.filter((t) => t.sure && t.at.length === 1);
  const byPlace = new Map<number, Told[]>();
  for (const t of exact) byPlace.set(t.at[0]!, [...(byPlace.get(t.at[0]!) ?? []), t]);
  const places = [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([at, here]) =>
      placeOf(
        `${placeName(at, here[0]!.reading)} ${here[0]!.element.name}`,
        here.map((t) => t.element),
      ),
    );
  // Sure places without an exact level: they are there, and their words stand for them.
  const vague = told.filter((t) => t.sure && t.at.length !== 1).map((t) => t.element);
  while (places.length < range.min) places.push(placeOf(nameOf(vague[0]!), vague));
  return {
    elements,
    spine: [...new Set(told.flatMap((t) => t.spine))],
    sure: places.sort((a, b) => b.sides.length - a.sides.length),
    most: range.max ?? Infinity,
    sideOpen: [],
  };
}

function placeOf(name: string, elements: readonly Element[], count = ONE): Place {
  const all = [...new Set(elements)];
  return { name, elements: all, sides: [...new Set(all.map((e) => e.side))].sort((a, b) => a - b), count };
}

/** Places by limb: the muscles of each, the limb with most of them first. */
export function limbPart(family: FamilyTable, elements: readonly Element[], tally: Tally): Part {
  const limbs = new Map<string, Element[]>();
  const limbOf = (e: Element): string => family.limbOf?.get(e.site?.region ?? "") ?? "limb";
  const sided = new Set(elements.filter((e) => e.side !== EITHER).map(limbOf));
  const open = elements.filter((e) => e.side === EITHER && sided.has(limbOf(e)));
  for (const e of elements) {
    if (open.includes(e)) continue;
    const side = e.side === LEFT ? "left " : e.side === RIGHT ? "right " : "";
    const key = `${side}${limbOf(e).replace("-", " ")}`;
    limbs.set(key, [...(limbs.get(key) ?? []), e]);
  }
  const places = [...limbs].map(([name, here]) => placeOf(name, here, tally(here, BY_SIDE)));
  const sure = places.filter((p) => p.count.min > 0).sort((a, b) => b.count.min - a.count.min);
  return { elements, spine: [], sure, most: places.length, sideOpen: open };
}
