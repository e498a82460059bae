/** Whoever names a structure, a family, a code or a convention names one that exists. */
import type { Finding } from "../../../base/finding.ts";
import type { StructureKind } from "../../types.ts";
import type { Named } from "../anatomy.ts";
import type { Entry, Loaded } from "../load.ts";
import { problem, shown, type Problem } from "../problems.ts";
import { didYouMean } from "../source/nearest.ts";
import type { Path } from "../source/yaml.ts";

/** NP1041 to NP1044, NP1046, NP1048: names of things that are not in the book. NP1045: structures of the wrong kind. */
export function checkReferences(loaded: Loaded, structures: readonly Named[]): readonly Finding[] {
  const findings: Finding[] = [];
  const kinds = new Map<string, StructureKind>(structures.map(({ structure }) => [structure.id, structure.kind]));
  const families = new Set(loaded.families.map((e) => e.value.id));
  const codes = new Set(loaded.codes.map((e) => e.value.code));
  const conventions = new Set(loaded.conventions.map((e) => e.value.id));

  const asks =
    (np: Problem, what: string, known: ReadonlySet<string>, remedy: string) =>
    (entry: Entry<unknown>, path: Path, id: string): void => {
      if (known.has(id) || loaded.broken.has(id)) return;
      findings.push(
        problem(np, `Expected ${what}, found ${shown(id)}.${np === "NP1043" ? "" : didYouMean(id, known)}`, remedy, [
          entry.place(path),
        ]),
      );
    };
  const structure = asks(
    "NP1041",
    "a structure of anatomy/",
    new Set(kinds.keys()),
    "Correct the id, or add the structure.",
  );
  const purpose = asks(
    "NP1048",
    "a purpose that cue words of language/ give",
    new Set(loaded.cues.flatMap((e) => (e.value.category === "purpose" ? [e.value.gives] : []))),
    "Correct the word, or add cue words that give it.",
  );
  const family = asks("NP1042", "a family of families/", families, "Correct the id, or add the family.");
  const code = asks("NP1043", "a code of codes/", codes, "Correct the code, or add its file.");
  const ofKind = (
    entry: Entry<unknown>,
    path: Path,
    id: string,
    allowed: readonly StructureKind[],
    why: string,
  ): void => {
    structure(entry, path, id);
    const kind = kinds.get(id);
    if (kind === undefined || allowed.includes(kind)) return;
    findings.push(
      problem("NP1045", `Expected ${why}, found ${shown(id)}, which is a ${kind}.`, "Name one of the right kind.", [
        entry.place(path),
      ]),
    );
  };

  for (const e of loaded.groups)
    e.value.members.forEach((m, i) => ofKind(e, ["members", i], m, ["muscle"], "a muscle as member"));
  for (const e of [...loaded.regions, ...loaded.sites])
    e.value.mayMean?.forEach((m, i) => structure(e, ["mayMean", i], m));
  for (const e of [...loaded.muscles, ...loaded.groups]) {
    for (const [level, id] of Object.entries(e.value.byLevel ?? {})) structure(e, ["byLevel", level], id);
  }
  for (const e of loaded.bodyRegions) e.value.structures?.forEach((m, i) => structure(e, ["structures", i], m));
  for (const e of loaded.sites)
    if (e.value.countsWith !== undefined)
      ofKind(e, ["countsWith"], e.value.countsWith, ["joint"], "the joint it is counted with");
  for (const e of loaded.collisions) e.value.targets.forEach((t, i) => structure(e, ["targets", i], t));
  for (const e of loaded.codes) family(e, ["family"], e.value.family);
  for (const e of loaded.families) {
    e.value.takes.structures?.forEach((s, i) => structure(e, ["takes", "structures", i], s));
    for (const key of ["purposes", "notPurposes"] as const)
      e.value.takes[key]?.forEach((p, i) => purpose(e, ["takes", key, i], p));
    e.value.editions.forEach((edition, i) =>
      edition.rows.forEach((row, j) => code(e, ["editions", i, "rows", j, "code"], row.code)),
    );
  }
  for (const e of loaded.imaging) e.value.families.forEach((f, i) => family(e, ["families", i], f));
  for (const e of loaded.gaps) if (e.value.family !== undefined) family(e, ["family"], e.value.family);
  const convention = asks(
    "NP1046",
    "a convention of conventions/",
    conventions,
    "Correct the id, or add the convention.",
  );
  for (const e of loaded.examples)
    e.value.expect.contested?.forEach((c, i) => convention(e, ["expect", "contested", i], c));
  for (const e of loaded.conventions) {
    const positions = new Set(e.value.positions.map((p) => p.id));
    const position = asks(
      "NP1044",
      "one of the positions or null",
      positions,
      "Correct the default, or add the position.",
    );
    if (e.value.default !== null) position(e, ["default"], e.value.default);
  }
  return findings;
}
