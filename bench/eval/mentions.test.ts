import { expect, test } from "vitest";
import type { Mention, Status } from "../../src/note/facts.ts";
import type { StructureKind } from "../../src/rulebook/types.ts";
import type { MentionLabel } from "./corpus.ts";
import { pairUp, tallyMentions } from "./mentions.ts";
import { Tallies } from "./tally.ts";

const label = (kind: string, id: string | null, start: number, status = "injected", side = "left"): MentionLabel => ({
  kind,
  id,
  text: "word",
  start,
  end: start + 4,
  side,
  status,
});
const ours = (kind: StructureKind, id: string | null, start: number, status: Status = "injected"): Mention => ({
  kind,
  id,
  text: "word",
  start,
  end: start + 4,
  side: "left",
  status,
});
const verdicts = (labels: MentionLabel[], facts: Mention[]): string =>
  pairUp(labels, facts)
    .map((p) => (p.verdict === "found" && !p.statusRight ? "found, wrong status" : p.verdict))
    .join("; ");

test.each([
  ["same place, same id", [label("muscle", "soleus", 0)], [ours("muscle", "soleus", 2)], "found"],
  ["a label without an id goes by kind", [label("nerve", null, 0)], [ours("nerve", "greater-occipital", 0)], "found"],
  [
    "another id is a wrong structure",
    [label("muscle", "soleus", 0)],
    [ours("muscle", "plantaris", 0)],
    "wrong structure",
  ],
  [
    "the kinds of tendon are one kind",
    [label("tendon", "achilles-insertion", 0)],
    [ours("tendon-origin", "achilles-insertion", 0)],
    "found",
  ],
  ["apart", [label("muscle", "soleus", 0)], [ours("muscle", "soleus", 40)], "missed; extra"],
  [
    "examined is the labels' exam",
    [label("muscle", "soleus", 0, "exam")],
    [ours("muscle", "soleus", 0, "examined")],
    "found",
  ],
  [
    "planned is not injected",
    [label("muscle", "soleus", 0)],
    [ours("muscle", "soleus", 0, "planned")],
    "found, wrong status",
  ],
  ["a bare region nothing was done to", [], [ours("region", "neck", 0, "examined")], "ignored"],
  ["a region that was treated", [], [ours("region", "neck", 0)], "extra"],
  [
    "the better of two that overlap",
    [label("muscle", "soleus", 0)],
    [ours("muscle", "plantaris", 0), ours("muscle", "soleus", 3)],
    "found; extra",
  ],
] as const)("%s", (_, labels, facts, expected) => {
  expect(verdicts([...labels], [...facts])).toBe(expected);
});

test("an untreated structure taken for a treated one is an extra treated structure, not a missed one", () => {
  const t = new Tallies();
  tallyMentions(pairUp([label("muscle", "soleus", 0, "exam")], [ours("muscle", "soleus", 0)]), t);
  expect(t.of("treated structure")).toMatchObject({ hit: 0, extra: 1, missed: 0 });
  expect(t.of("structure")).toMatchObject({ hit: 1, extra: 0, missed: 0 });
  expect(t.of("status: exam")).toMatchObject({ hit: 0, extra: 0, missed: 1 });
  expect(t.of("status: injected")).toMatchObject({ hit: 0, extra: 1, missed: 0 });
});
