/**
 * The fee schedule: relative values times the conversion factor are the national amount, in a facility and
 * outside one. A date whose own release is not loaded is answered by another release of the same year, and
 * says so; across years values and factor both change, and nothing is said.
 */
import type { IsoDate } from "../../base/dates.ts";
import type { EditBook } from "../../rulebook/edit-types.ts";
import type { Amount, Dollars } from "../determination.ts";
import { has, type EditLine } from "./subject.ts";
import { unpackedBy } from "./unpack.ts";

export interface Value {
  readonly release: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly inForce: boolean;
  readonly status: string;
  readonly global: string;
  readonly multiple: string;
  readonly bilateral: string;
  /** Ten-thousandths of a dollar a unit. */
  readonly factor: number;
  /** Hundredths of a unit; null: not paid there. */
  readonly facility: number;
  readonly nonFacility: number | null;
  readonly cite: string;
}

export interface Values {
  /** The code's values on a day (of the professional or technical part when the modifiers ask for it); null when that year has none; undefined when the schedule does not know the code. */
  of(line: EditLine, day: IsoDate): Value | null | undefined;
}

/** Relative values of a line on a day, from the releases of the book; each table is unpacked when first asked for. */
export function makeValues(book: EditBook): Values {
  const tables = book.values.map(({ rows, cite }) =>
    unpackedBy(rows, NO_VALUES, (list) => list.map((row) => valueOf(row, cite))),
  );
  return {
    of(line, day) {
      const part = has(line, "26") ? "26" : has(line, "TC") ? "TC" : "";
      let known = false;
      let best: Release | undefined;
      for (const table of tables)
        for (const release of table(line.code)) {
          if (release.part !== part) continue;
          known = true;
          if (release.from.startsWith(day.slice(0, 4)) && (best === undefined || nearer(release, best, day)))
            best = release;
        }
      if (best === undefined) return known ? null : undefined;
      return day >= best.from && day < best.until ? best.own : best.standIn;
    },
  };
}

/** A code's values in one release; `part`: modifier 26, TC or none. */
interface Release {
  readonly part: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** For its own days, and for others of its year. */
  readonly own: Value;
  readonly standIn: Value;
}
const NO_VALUES: readonly Release[] = [];

/**
 * Is a better than what was found before? The release in force, else the last one before the day, else the first after
 * it. Of two equal ones the later table has it: a release imported by itself stands over one folded into years.
 */
function nearer(a: Release, before: Release, day: IsoDate): boolean {
  const [rank, rankBefore] = [closeness(a, day), closeness(before, day)];
  if (rank !== rankBefore) return rank > rankBefore;
  return rank === 0 ? a.from <= before.from : a.from >= before.from;
}

/** 2: in force; 1: before the day; 0: after it. */
const closeness = ({ from, until }: Release, day: IsoDate): number => (from > day ? 0 : day < until ? 2 : 1);

function valueOf(row: readonly string[], cite: string): Release {
  const [part = "", release = "", from = "", until = "", status = "", work, outside, na, inside, malpractice, ...rest] =
    row;
  const [global = "", multiple = "", bilateral = "", factor] = rest;
  const base = hundredths(work) + hundredths(malpractice);
  const own: Value = {
    release,
    from,
    until,
    inForce: true,
    status,
    global,
    multiple,
    bilateral,
    factor: Math.round(Number(factor) * 10_000),
    facility: base + hundredths(inside),
    nonFacility: na === "NA" ? null : base + hundredths(outside),
    cite,
  };
  return { part, from, until, own, standIn: { ...own, inForce: false } };
}

const hundredths = (text: string | undefined): number => Math.round(Number(text) * 100);

/**
 * The national amount of a line in dollars, with modifier 50 as the bilateral indicator says (1: 150 %, 3: twice;
 * source `fcso-bilateral-indicators`). `facility`: where it was done, null when that is not known. Null where the
 * schedule has no values for it (carrier-priced, not paid).
 */
export function amountOf(line: EditLine, value: Value, facility: boolean | null): Amount | null {
  if (value.facility === 0 && (value.nonFacility ?? 0) === 0) return null;
  const both = has(line, "50") && (value.bilateral === "1" || value.bilateral === "3");
  const sides = !both ? 1 : value.bilateral === "1" ? 1.5 : 2;
  const per = (units: number | null, times: number): number | null =>
    units === null ? null : cents(units * value.factor * times);
  const dollars = (times: number): Dollars => ({
    facility: per(value.facility, times),
    nonFacility: per(value.nonFacility, times),
  });
  return {
    release: value.release,
    inForce: value.inForce,
    factor: value.factor / 10_000,
    relativeValue: {
      facility: value.facility / 100,
      nonFacility: value.nonFacility === null ? null : value.nonFacility / 100,
    },
    unit: dollars(1),
    line: dollars(line.units * sides),
    applies: facility === null ? null : facility ? "facility" : "nonFacility",
    indicators: {
      status: value.status,
      global: value.global,
      multiple: value.multiple,
      bilateral: value.bilateral,
    },
    citations: [value.cite],
  };
}

/** Millionths of a dollar to dollars, cents rounded half up. */
const cents = (millionths: number): number => Math.floor(millionths / 10_000 + 0.5) / 100;
