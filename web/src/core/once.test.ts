import { describe, expect, it } from "vitest";
import { once } from "./once.ts";

describe("what is loaded when it is first asked for", () => {
  it("is loaded once, also for those who ask while it loads", async () => {
    let loads = 0;
    const get = once(async () => ++loads);
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    expect(await get()).toBe(1);
  });

  it("is tried again after a failure", async () => {
    let loads = 0;
    const get = once(async () => {
      if (++loads === 1) throw new Error("no network");
      return loads;
    });
    await expect(get()).rejects.toThrow("no network");
    expect(await get()).toBe(2);
  });
});
