/** Windows by the calendar: ends of months, leap days, and where two ways of counting part. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, before, overOn, periodWords } from "./calendar.ts";

describe("a period later", () => {
  it.each([
    ["2025-01-31", { months: 1 }, "2025-02-28"],
    ["2024-01-31", { months: 1 }, "2024-02-29"],
    ["2024-02-29", { months: 12 }, "2025-02-28"],
    ["2024-02-29", { years: 4 }, "2028-02-29"],
    ["2023-02-28", { months: 12 }, "2024-02-28"],
    ["2024-12-31", { months: 2 }, "2025-02-28"],
    ["2025-03-31", { months: 3 }, "2025-06-30"],
    ["2024-02-28", { days: 2 }, "2024-03-01"],
    ["2025-12-20", { weeks: 6 }, "2026-01-31"],
  ])("%s and %j is %s", (day, period, end) => expect(after(day, period)).toBe(end));
});

describe("over", () => {
  it("has one day where counting forward and back agree", () => {
    expect(overOn("2024-06-02", { months: 12 })).toEqual({ earliest: "2025-06-02", latest: "2025-06-02" });
  });
  it("has two after a leap day", () => {
    expect(overOn("2024-02-29", { months: 12 })).toEqual({ earliest: "2025-02-28", latest: "2025-03-01" });
  });
  it("has two after the end of a longer month", () => {
    expect(overOn("2021-12-31", { months: 2 })).toEqual({ earliest: "2022-02-28", latest: "2022-03-01" });
  });
});

const day = fc
  .date({ min: new Date("1999-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const period = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ weeks: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 36 }) }),
  fc.record({ years: fc.integer({ min: 1, max: 5 }) }),
);

describe("for every day and period", () => {
  it("the two counts are never more than a day apart, and lie after the day", () => {
    fc.assert(
      fc.property(day, period, (d, p) => {
        const { earliest, latest } = overOn(d, p);
        expect(earliest > d).toBe(true);
        expect(latest === earliest || latest === after(earliest, { days: 1 })).toBe(true);
      }),
    );
  });
  it("days and weeks are exact both ways", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (d, days) => {
        expect(before(after(d, { days }), { days })).toBe(d);
      }),
    );
  });
  it("a later day is over no earlier", () => {
    fc.assert(
      fc.property(day, day, period, (a, b, p) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(overOn(first, p).earliest <= overOn(second, p).earliest).toBe(true);
      }),
    );
  });
});

it("is told in words", () => {
  expect(periodWords({ months: 12 })).toBe("12 months");
  expect(periodWords({ years: 1 })).toBe("1 year");
});
