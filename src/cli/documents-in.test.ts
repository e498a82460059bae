/** Notes in Word, PDF and RTF on the command line: the same answer as from text. */
import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { docx, NOTE, pdf, rtf } from "../formats/read/testing/make.ts";
import { join } from "node:path";
import { build, file, plainEnv, ran, ROOT } from "./testing/cli.ts";

/** Through the launcher: it is what tells a document from a note that the snapshot answers. */
const needlepoint = (args: readonly string[]) => ran(join(ROOT, "needlepoint"), args, { env: plainEnv(), cwd: ROOT });

const put = (name: string, bytes: Uint8Array): string => {
  const path = file(name, "");
  writeFileSync(path, bytes);
  return path;
};

beforeAll(build);

describe("code FILE", () => {
  it.each([
    ["note.docx", docx],
    ["note.pdf", pdf],
    ["NOTE.RTF", async () => rtf()],
  ])("reads %s", async (name, make) => {
    const { exit, out } = needlepoint(["code", put(name, await make())]);
    expect(exit).toBe(0);
    expect(out).toContain("20553 x1");
  });
  it("says what to do with a document that is not named as one", async () =>
    expect(needlepoint(["code", put("note.txt", await pdf())])).toMatchObject({
      exit: 1,
      err: expect.stringContaining("NP9006") as unknown,
    }));
  it("says that a scan has no text, without a word of what is in it", async () => {
    const { exit, err, out } = needlepoint(["code", put("scan.pdf", await pdf([[]]))]);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toMatch(/NP6016: .*scan\.pdf: .*no text/);
  });
  it("answers from the pages that have text, and names the one that has none", async () => {
    const { exit, err } = needlepoint(["code", put("half.pdf", await pdf([NOTE, []]))]);
    expect(exit).toBe(0);
    expect(err).toMatch(/NP6017/);
  });
});
