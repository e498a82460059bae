import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript: it must run before anything is installed
import { locked } from "./lock.mjs";

const hold = locked as <T>(path: string, work: () => Promise<T>, waiting?: () => void) => Promise<T>;
const place = (): string => mkdtempSync(join(tmpdir(), "needlepoint-lock-"));

describe("the set-up lock", () => {
  it("lets one work at a time and leaves nothing behind", async () => {
    const dir = place();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await wait(20);
      inside--;
    };
    await Promise.all([1, 2, 3, 4].map(() => hold(join(dir, "lock"), work)));
    expect(most).toBe(1);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is free again after work that failed", async () => {
    const lock = join(place(), "lock");
    await expect(hold(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await hold(lock, () => Promise.resolve("yes"))).toBe("yes");
  });

  it("is taken over from an owner that died long ago, not from one that lives", async () => {
    const lock = join(place(), "lock");
    mkdirSync(lock);
    writeFileSync(join(lock, "dead"), "");
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(join(lock, "dead"), longAgo, longAgo);
    expect(await hold(lock, () => Promise.resolve("yes"))).toBe("yes");

    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, "alive"), "");
    let waited = false;
    const next = hold(
      lock,
      () => Promise.resolve("late"),
      () => (waited = true),
    );
    expect(await Promise.race([next, wait(400, "waiting")])).toBe("waiting");
    expect(waited).toBe(true);
    utimesSync(join(lock, "alive"), longAgo, longAgo);
    expect(await next).toBe("late");
  });
});
