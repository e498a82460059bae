import { describe, expect, it } from "vitest";
import { shown } from "./shown.ts";

describe("a value somebody typed, as it is shown", () => {
  it("stays as it is when it is short and plain", () => {
    expect(shown("2026-02-30")).toBe("2026-02-30");
    expect(shown("Ärztin 💉")).toBe("Ärztin 💉");
  });

  it("is one line without anything a terminal would obey", () => {
    expect(shown("a\n\tb\u2028c")).toBe("a b c");
    expect(shown("\u001b[31mred\u001b[0m")).toBe("[31mred [0m");
    expect(shown("abc\u202Edcba")).toBe("abc dcba");
    expect(shown("\ud83d lost")).toBe("lost");
  });

  it("is cut to the length asked for, the mark included", () => {
    expect(shown("x".repeat(60))).toBe("x".repeat(60));
    expect(shown("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
    expect(shown("x".repeat(61), 20)).toBe(`${"x".repeat(19)}…`);
  });

  it("never ends in half a character", () => {
    expect(shown("💉".repeat(40), 20)).toBe(`${"💉".repeat(9)}…`);
  });
});
