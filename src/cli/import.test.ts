import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, file, needlepoint, ROOT } from "./testing/cli.ts";

beforeAll(build);

const mine = mkdtempSync(join(tmpdir(), "needlepoint-"));
const descriptors = file("LONGULT.txt", "20552\tWords of a licensed file\n20553\tOther words of it\n");

describe("rulebook import", () => {
  it("refuses a kind that there is none of as bad usage, a file that is missing as bad input", () => {
    expect(needlepoint(["rulebook", "import", "dsm", "x.zip"])).toMatchObject({ exit: 2, out: "" });
    const { exit, err } = needlepoint(["rulebook", "import", "mue", "nowhere.csv"]);
    expect([exit, err.includes("NP9001")]).toEqual([1, true]);
  });

  it("writes nothing when the file is wrong, and says so", () => {
    const table = join(ROOT, "rulebook/edits/ncci-units-2024q3.csv");
    const before = readFileSync(table, "utf8");
    const wrong = file("MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", "a,b\n1,2\n");
    const { exit, err } = needlepoint(["rulebook", "import", "mue", wrong]);
    expect([exit, err.includes("NP8002"), err.includes("nothing was written")]).toEqual([1, true, true]);
    expect(readFileSync(table, "utf8")).toBe(before);
  });

  it("keeps the AMA's words in the user's folder, where explain finds them, and never in the project", () => {
    const inside = needlepoint(["rulebook", "import", "cpt", descriptors, "--into", join(ROOT, "rulebook")]);
    expect([inside.exit, inside.err.includes("NP8013")]).toEqual([1, true]);
    expect(existsSync(join(ROOT, "rulebook/cpt-descriptors.json"))).toBe(false);
    expect(needlepoint(["rulebook", "import", "cpt", descriptors, "--into", mine])).toMatchObject({ exit: 0, err: "" });
    const asked = needlepoint(["explain", "20552", "--on", "2025-11-03"], "", { NEEDLEPOINT_HOME: mine });
    expect(asked.out).toContain("  Words of a licensed file");
    expect(asked.out).toContain("20552 x1: $35.26 in a facility, $50.78 outside one");
    expect(needlepoint(["explain", "20552"], "", { NEEDLEPOINT_HOME: join(mine, "none") }).out).not.toContain(
      "licence",
    );
  });
});
