import { expect, it } from "vitest";
import { inOrder } from "./order.ts";

it("sorts by code unit, whatever the locale", () => {
  expect(["b", "ä", "a", "B"].sort(inOrder)).toEqual(["B", "a", "b", "ä"]);
  expect([10, 9, 1].sort(inOrder)).toEqual([1, 9, 10]);
  expect(inOrder("a", "a")).toBe(0);
});
