/** The plan of the house (docs/decisions/0002-floors.md): imports run one way, and the core runs anywhere. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
/** Each floor rests on those before it. Rooms of one floor do not know each other. */
const FLOORS = [
  ["base"],
  ["rulebook"],
  ["note"],
  ["coding"],
  ["policy"],
  ["explain"],
  ["formats"],
  ["store", "audit"],
  ["service"],
  ["cli"],
];
/** The rooms of the reader, in the order of reading: each knows those before it. `facts.ts` and `order.ts` are known to all. */
const READER = ["text", "lexicon", "page", "structures", "sides", "given", "status", "pointing", "deeds", "whole"];
const OPEN_TO_ALL = new Set(["facts.ts", "order.ts"]);
const CORE = ["base", "rulebook", "note", "coding", "policy", "explain"];
const PACKAGES_OF_THE_CORE = ["@noble/hashes", "minisearch", "temporal-polyfill"];
/** The compiler reads YAML and tables and checks forms; what codes a note loads its finished book and never imports it. */
const PACKAGES_OF_THE_COMPILER = ["papaparse", "yaml", "zod", ...PACKAGES_OF_THE_CORE];

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, room: file.split(/[\\/]/)[0] as string, imports: importsOf(join(SRC, file)) }));
/** Files that only Node runs: the compiler's hands and tests. */
const nodeOnly = (file: string): boolean => file.endsWith(".test.ts") || /[\\/](?:node|testing)[\\/]/.test(file);
const isCompiler = (file: string): boolean => /^rulebook[\\/]compile[\\/]/.test(file);
const allowed = (file: string, name: string): boolean =>
  (isCompiler(file) ? PACKAGES_OF_THE_COMPILER : PACKAGES_OF_THE_CORE).some(
    (p) => name === p || name.startsWith(`${p}/`),
  );

/** Module names after `from`, in `import("...")` and in a bare `import "..."`. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8").replace(/^\s*(\/?\*|\/\/).*$/gm, "");
  return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*"([\w@.#:/-]+)"/g)].map((m) => m[1] as string);
}

/** What a line exports, when that is a function or a class: its name. */
const FUNCTION =
  /^export (?:default )?(?:(?:async )?function\*? ?(\w*)|(?:abstract )?class (\w+)|const (\w+)(?:: .*?)? = (?:async )?(?:function\b|[(<]))/;

/** Functions and classes that a file exports without a doc comment directly above. */
function undocumented(text: string): string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, i) => {
    const found = FUNCTION.exec(line);
    return found === null || isDocEnd(lines, i - 1) ? [] : [found.slice(1).find(Boolean) ?? "default"];
  });
}

/** Does a doc comment with words in it end on that line? */
function isDocEnd(lines: readonly string[], at: number): boolean {
  if (lines[at]?.endsWith("*/") !== true) return false;
  const from = lines.findLastIndex((line, i) => i <= at && !line.startsWith(" *"));
  return lines[from]?.startsWith("/**") === true && /\w/.test(lines.slice(from, at + 1).join(" "));
}

/** A finding where it is made: its number and severity, written out or by a helper named after the severity. */
const GIVEN =
  /code: "(NP\d{4})",\s*severity: "(\w+)"|\b(error|warning|info)\(\s*"(NP\d{4})"|\b(?:make|warn)\(\s*"(NP\d{4})",\s*"(\w+)"/g;

describe("the house", () => {
  it("knows every folder of src", () => {
    expect([...new Set(files.map((f) => f.room))].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  it("lets a folder import only from floors it rests on", () => {
    const wrong = files.flatMap(({ file, room, imports }) =>
      imports
        .filter((name) => name.startsWith("."))
        .map((name) => relative(SRC, resolve(dirname(join(SRC, file)), name)).split(/[\\/]/)[0] as string)
        .filter((target) => target !== room && floorOf(target) >= floorOf(room))
        .map((target) => `${file} imports from ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lets a room of the reader import only from those before it", () => {
    const roomOf = (path: string): string => relative(join(SRC, "note"), dirname(path)).split(/[\\/]/)[0] as string;
    const read = files.filter(({ room }) => room === "note");
    expect([...new Set(read.map(({ file }) => roomOf(join(SRC, file))))].filter(Boolean).sort()).toEqual(
      [...READER].sort(),
    );
    const wrong = read
      .filter(({ file }) => !file.endsWith(".test.ts"))
      .flatMap(({ file, imports }) => {
        const own = roomOf(join(SRC, file));
        return imports
          .filter((name) => own !== "" && name.startsWith("."))
          .map((name) => resolve(dirname(join(SRC, file)), name))
          .filter((path) => path.startsWith(join(SRC, "note")) && !OPEN_TO_ALL.has(relative(join(SRC, "note"), path)))
          .filter((path) => READER.indexOf(roomOf(path)) > READER.indexOf(own) || roomOf(path) === "")
          .map((path) => `${file} imports ${relative(SRC, path)}`);
      });
    expect(wrong).toEqual([]);
  });

  it("keeps Node and foreign packages out of the core", () => {
    const wrong = files
      .filter(({ file, room }) => CORE.includes(room) && !nodeOnly(file))
      .flatMap(({ file, imports }) =>
        imports
          .filter((name) => !name.startsWith(".") && !allowed(file, name))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps the compiler and its Node side out of the rest of the core", () => {
    const wrong = files
      .filter(({ file, room }) => CORE.includes(room) && !nodeOnly(file) && !isCompiler(file))
      .flatMap(({ file, imports }) =>
        imports.filter((name) => /\/(?:node|compile)\//.test(name)).map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it("writes relative imports with their .ts ending", () => {
    const wrong = files.flatMap(({ file, imports }) =>
      imports
        .filter((name) => name.startsWith(".") && !/\.(ts|json)$/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps every source file under 320 lines", () => {
    const long = files.filter(
      ({ file }) => !file.endsWith(".test.ts") && readFileSync(join(SRC, file), "utf8").split("\n").length > 320,
    );
    expect(long.map((f) => f.file)).toEqual([]);
  });

  it("says of every function and class that a file exports what it is", () => {
    const mute = files
      .filter(({ file }) => !/\.test\.ts$|[\\/]testing[\\/]/.test(file))
      .flatMap(({ file }) => undocumented(readFileSync(join(SRC, file), "utf8")).map((name) => `${file}: ${name}`));
    expect(mute).toEqual([]);
  });

  it.each([
    ["export function add(a: number): number {"],
    ["export async function add(a: number): Promise<number> {"],
    ["export function* add(): Generator<number> {"],
    ["export const add = (a: number): number => a;"],
    ["export const add = async (a: number): Promise<number> => a;"],
    ["export const add: Adder = (a) => a;"],
    ["export const add: (a: number) => number = (a) => a;"],
    ["export const add = <T extends string>(a: T): T => a;"],
    ["export const add = ("],
    ["export class add {"],
  ])("notices that %s stands there without a word", (line) => {
    for (const above of ["", "// Adds.", "/* Adds. */", "/** */", "/** Adds. */\n", "const b = 1; /** Adds. */"])
      expect([above, undocumented(`import "x";\n${above}\n${line}`)]).toEqual([above, ["add"]]);
    for (const above of ["/** Adds. */", "/**\n * Adds.\n * Throws nothing.\n */"])
      expect(undocumented(`import "x";\n${above}\n${line}`)).toEqual([]);
  });

  it("asks no words for what is no function, or is not exported", () => {
    const text = [
      "export const A = 1;",
      "export const B: readonly string[] = [];",
      "function add() {}",
      "export type C = 1;",
    ];
    expect(undocumented(text.join("\n"))).toEqual([]);
  });

  it("names in the comment of a finding the number that the finding has", () => {
    const wrong = files
      .filter(({ file }) => !file.endsWith(".test.ts"))
      .flatMap(({ file }) =>
        [...readFileSync(join(SRC, file), "utf8").matchAll(/^\/\*\*(?:\n \*)? (NP\d{4}):[^]*?"(NP\d{4})"/gm)]
          .filter(([, said, is]) => said !== is)
          .map(([, said, is]) => `${file}: ${said} is said of ${is}`),
      );
    expect(wrong).toEqual([]);
  });

  // The rulebook's (NP1xxx) and the command line's (NP9xxx) are compared where they are listed.
  it("gives no finding that docs/findings.md does not list with its severity, and lists no other", () => {
    const page = readFileSync(fileURLToPath(new URL("../docs/findings.md", import.meta.url)), "utf8");
    const listed = [...page.matchAll(/^\| (NP[2-8]\d{3}) \| (\w+) \|/gm)].map(
      ([, code, severity]) => `${code} ${severity}`,
    );
    const web = fileURLToPath(new URL("../web/src", import.meta.url));
    const pages = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f));
    const given = [...files.map((f) => join(SRC, f.file)), ...pages.map((f) => join(web, f))]
      .filter((path) => !path.endsWith(".test.ts"))
      .flatMap((path) => [...readFileSync(path, "utf8").matchAll(GIVEN)])
      .map(([, a, b, c, d, e, f]) => `${a ?? d ?? e} ${b ?? c ?? f}`)
      .filter((line) => /^NP[2-8]/.test(line));
    expect([...new Set(given)].sort()).toEqual(listed.sort());
  });

  it("names in its comments only sources that the rulebook has", () => {
    const dir = fileURLToPath(new URL("../rulebook/sources", import.meta.url));
    const texts = readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8"));
    const known = new Set(texts.flatMap((text) => [...text.matchAll(/^ *- id: ([\w-]+)/gm)].map((m) => m[1])));
    const named = files.flatMap(({ file }) =>
      [
        ...readFileSync(join(SRC, file), "utf8")
          .replace(/\n \* /g, " ")
          .matchAll(/\bsources? ((?:`[a-z\d-]+`(?:, | and )?)+)/g),
      ].flatMap(([, ids]) => [...ids!.matchAll(/`([^`]+)`/g)].map(([, id]) => ({ file, id }))),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ id }) => !known.has(id)).map(({ file, id }) => `${file}: ${id}`)).toEqual([]);
  });
});
