import { describe, expect, it } from "vitest";
import { dayAfter, dayBefore, daysIn, spanText } from "./dates.ts";

describe("days of the calendar", () => {
  it.each([
    ["2025-06-01", "2025-06-02"],
    ["2025-06-30", "2025-07-01"],
    ["2024-02-28", "2024-02-29"],
    ["2023-02-28", "2023-03-01"],
    ["2100-02-28", "2100-03-01"],
    ["2026-12-31", "2027-01-01"],
  ])("%s is followed by %s", (day, next) => {
    expect([dayAfter(day), dayBefore(next)]).toEqual([next, day]);
  });

  it("knows no thirteenth month", () => expect(daysIn(2025, 13)).toBe(0));
});

it("says a span as rule files do: until the first day it no longer holds", () => {
  expect(spanText({ from: "2004-01-01", until: null })).toBe("2004-01-01 on");
  expect(spanText({ from: "2002-01-01", until: "2003-01-01" })).toBe("2002-01-01 until 2003-01-01");
});
