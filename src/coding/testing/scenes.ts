/**
 * Encounters made from a family's own rules: one dimension for each kind of condition its rows ask, every combination
 * of their values. Nothing here knows a code; a condition of a new kind needs a dimension here before its tests pass.
 */
import type { Fact, GuidanceFact, Mention, Side } from "../../note/facts.ts";
import type { AgentClass, Condition, Family, Rulebook, Structure } from "../../rulebook/types.ts";

export interface Scene {
  /** Structures of one kind and size, named in order. */
  readonly structure: string;
  readonly count: number;
  readonly side: Side;
  readonly agent: AgentClass | "none";
  readonly guidance: keyof typeof GUIDANCE;
  readonly part: "C" | "T" | "L" | "none";
  /** Levels or limbs. */
  readonly places: number;
  readonly catheter: boolean;
}

/** The dimension in which a condition can be flipped alone. */
export const DIMENSION: Readonly<Record<Condition["kind"], keyof Scene>> = {
  count: "count",
  size: "structure",
  structure: "structure",
  image: "guidance",
  imaging: "guidance",
  agent: "agent",
  spine: "part",
  place: "places",
  sides: "side",
  catheter: "catheter",
};

const nowhere = { text: "", start: 0, end: 0 } as const;
const guide = (
  modality: GuidanceFact["modality"],
  use: GuidanceFact["use"],
  imageKept: boolean | null,
): GuidanceFact => ({
  kind: "guidance",
  modality,
  use,
  imageKept,
  described: use === "guide" ? true : null,
  ...nowhere,
});
const GUIDANCE = {
  none: null,
  "ultrasound kept": guide("ultrasound", "guide", true),
  "ultrasound not kept": guide("ultrasound", "guide", false),
  fluoroscopy: guide("fluoroscopy", "guide", true),
  "without imaging": guide("fluoroscopy", "not-used", null),
} as const;

/** Most structures of a class that are named in one scene. */
const MOST = 6;

export interface Scenes {
  readonly scenes: readonly Scene[];
  readonly factsOf: (scene: Scene) => readonly Fact[];
}

/** All scenes of a family, over the conditions of all its editions. */
export function scenesOf(book: Rulebook, family: Family): Scenes {
  const rows = family.editions.flatMap((e) => e.rows);
  const asks = new Set(rows.flatMap((row) => row.when.map((c) => c.kind)));
  const classes = classesOf(book, family, asks.has("count"));
  const when = <T>(kinds: readonly Condition["kind"][], all: readonly T[], usual: T): readonly T[] =>
    kinds.some((kind) => asks.has(kind)) ? all : [usual];
  const { takes } = family;
  const usualAgent: Scene["agent"] = takes.techniques.includes("needling")
    ? "none"
    : (takes.agents?.[0] ?? "anaesthetic");
  const agents = [...new Set(rows.flatMap((r) => r.when.flatMap((c) => (c.kind === "agent" ? c.classes : []))))];
  const required =
    takes.imaging === "required" ? "fluoroscopy" : takes.imaging === "absent" ? "without imaging" : "none";
  const leveled = family.per === "place" && family.limbs === undefined;
  const dimensions: { readonly [K in keyof Scene]: readonly Scene[K][] } = {
    structure: [...classes.keys()],
    count: when(["count"], [1, 2, 3, 4, 5, 6], 1),
    side: when(["sides"], ["left", "right", "bilateral"], "left"),
    agent: when(["agent"], [...agents, "steroid", "anaesthetic", "saline"] as Scene["agent"][], usualAgent),
    guidance: asks.has("imaging")
      ? ["fluoroscopy", "without imaging"]
      : asks.has("image")
        ? ["none", "ultrasound kept", "ultrasound not kept"]
        : [required],
    part: leveled ? ["C", "T", "L"] : ["none"],
    places: when(["place"], [1, 2, 3, 4], 1),
    catheter: when(["catheter"], [false, true], false),
  };
  return {
    scenes: product(dimensions),
    factsOf: (scene) => [
      ...mentionsOf(scene, family, classes.get(scene.structure) ?? []),
      ...(GUIDANCE[scene.guidance] === null ? [] : [GUIDANCE[scene.guidance]!]),
      ...(takes.purposes?.slice(0, 1) ?? []).map(purpose),
      ...(scene.catheter ? [purpose("catheter")] : []),
    ],
  };
}

const purpose = (value: string): Fact => ({ kind: "statement", says: "purpose", value, ...nowhere });

function product(dimensions: { readonly [K in keyof Scene]: readonly Scene[K][] }): readonly Scene[] {
  let out: Partial<Scene>[] = [{}];
  for (const [key, values] of Object.entries(dimensions))
    out = out.flatMap((scene) => (values as readonly unknown[]).map((v) => ({ ...scene, [key]: v })));
  return out as Scene[];
}

/**
 * The structures a family takes, by kind and size; each by itself where they are few and not counted. Neighbours in a
 * class lie in different groups of 2002, so that counting by group counts as far as counting by muscle.
 */
function classesOf(book: Rulebook, family: Family, counted: boolean): ReadonlyMap<string, readonly Structure[]> {
  const { kinds, structures, regions } = family.takes;
  const classes = new Map<string, Structure[]>();
  for (const s of Object.values(book.structures)) {
    if (kinds !== undefined && !kinds.includes(s.kind)) continue;
    if (structures !== undefined && !structures.includes(s.id)) continue;
    if (regions !== undefined && !regions.includes(s.region ?? "")) continue;
    if (["group", "region"].includes(s.kind)) continue;
    const name = [s.kind, s.size ?? "", structures === undefined || counted ? "" : s.id]
      .filter((w) => w !== "")
      .join(" ");
    const list = classes.get(name) ?? [];
    classes.set(name, list);
    if (s.countsWith === undefined) list.push(s);
  }
  const most = family.limbs === undefined ? MOST : Infinity;
  return new Map(
    [...classes].filter(([, list]) => list.length > 0).map(([name, list]) => [name, mixed(list).slice(0, most)]),
  );
}

/** One of each group in turn. */
function mixed(list: readonly Structure[]): readonly Structure[] {
  const turn = new Map<string, number>();
  return list
    .map((s) => {
      const n = turn.get(s.group2002 ?? "") ?? 0;
      turn.set(s.group2002 ?? "", n + 1);
      return { s, n };
    })
    .sort((a, b) => a.n - b.n)
    .map(({ s }) => s);
}

function mentionsOf(scene: Scene, family: Family, structures: readonly Structure[]): readonly Mention[] {
  if (family.limbs !== undefined) return limbMentions(scene, family, structures);
  const levels = levelsOf(scene, structures[0]!);
  return structures
    .slice(0, scene.count)
    .map((s) => mention(s, s.paired ? scene.side : "midline", scene, family, levels));
}

function mention(s: Structure, side: Side, scene: Scene, family: Family, levels: readonly string[] = []): Mention {
  const technique = family.takes.techniques[0]!;
  return {
    kind: s.kind,
    id: s.id,
    side,
    status: technique === "needling" ? "needled" : "injected",
    technique,
    ...(scene.agent === "none" ? {} : { agents: [scene.agent] }),
    ...(levels.length > 0 ? { levels } : {}),
    ...nowhere,
  };
}

/** So many muscles in each of so many limbs. */
function limbMentions(scene: Scene, family: Family, structures: readonly Structure[]): readonly Mention[] {
  const limbs = Object.values(family.limbs ?? {}).flatMap((regions) =>
    (["left", "right"] as const).map((side) => ({
      side,
      muscles: structures.filter((s) => regions.includes(s.region ?? "")),
    })),
  );
  return limbs
    .slice(0, scene.places)
    .flatMap(({ side, muscles }) => muscles.slice(0, scene.count).map((s) => mention(s, side, scene, family)));
}

/** Neighbouring levels of a part of the spine, as this kind of structure names them: joints by two, the rest by one. */
function levelsOf(scene: Scene, structure: Structure): readonly string[] {
  if (scene.part === "none" || structure.levels === undefined) return [];
  const pairs = structure.levels === "joint" || structure.levels === "branch";
  const first = scene.part === "L" ? 1 : 3;
  return Array.from({ length: scene.places }, (_, i) => {
    const at = first + i;
    return pairs ? `${scene.part}${at}-${at + 1}` : `${scene.part}${at}`;
  });
}
