import { describe, expect, it } from "vitest";
import { share } from "./share.ts";

describe("share", () => {
  it("gives the last object back when nothing changed", () => {
    const last = { a: [1, { b: 2 }], c: null };
    expect(share(last, structuredClone(last))).toBe(last);
  });
  it("gives the new one when something changed, and keeps its unchanged parts", () => {
    const last = { a: [1, { b: 2 }], c: { d: 1 } };
    const now = share(last, { a: [1, { b: 2 }], c: { d: 2 } });
    expect(now).toEqual({ a: [1, { b: 2 }], c: { d: 2 } });
    expect(now.a).toBe(last.a);
  });
  it("sees what was added, taken away, or became another kind", () => {
    expect(share({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(share([1], [1, 2])).toEqual([1, 2]);
    expect(share([], {})).toEqual({});
    expect(share(null, { a: 1 })).toEqual({ a: 1 });
    expect(share({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  });
});
