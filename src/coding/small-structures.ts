/** The structures of the small book for tests. */
import type { Structure, StructureKind } from "../rulebook/types.ts";

const structure = (kind: StructureKind, id: string, more: Partial<Structure> = {}): Structure => ({
  id,
  kind,
  name: id.replaceAll("-", " "),
  paired: true,
  ...more,
});
const muscle = (id: string, group2002: string, more: Partial<Structure> = {}): Structure =>
  structure("muscle", id, { group2002, ...more });

/** A muscle or two of each kind that the mechanisms know, and sites of other kinds. */
export const STRUCTURES: readonly Structure[] = [
  muscle("trapezius", "upper-limb"),
  muscle("levator-scapulae", "upper-limb"),
  muscle("supraspinatus", "upper-limb"),
  muscle("infraspinatus", "upper-limb"),
  muscle("teres-minor", "upper-limb"),
  muscle("subscapularis", "upper-limb"),
  muscle("rhomboid-major", "upper-limb"),
  muscle("rhomboid-minor", "upper-limb"),
  muscle("splenius-capitis", "cervical"),
  muscle("semispinalis-capitis", "cervical"),
  muscle("gluteus-medius", "lower-limb"),
  muscle("procerus", "head", { paired: false }),
  muscle("multifidus", "cervical", { byLevel: { C: "multifidus-cervicis", L: "multifidus-lumborum" } }),
  muscle("multifidus-cervicis", "cervical"),
  muscle("multifidus-lumborum", "lumbosacral"),
  structure("group", "rhomboids", { members: ["rhomboid-major", "rhomboid-minor"], group2002: "upper-limb" }),
  structure("group", "rotator-cuff", {
    members: ["supraspinatus", "infraspinatus", "teres-minor", "subscapularis"],
    group2002: "upper-limb",
  }),
  structure("group", "cervical-paraspinals", {
    members: ["splenius-capitis", "semispinalis-capitis", "multifidus-cervicis"],
    open: true,
    group2002: "cervical",
  }),
  structure("group", "back-extensors", {
    members: ["splenius-capitis", "semispinalis-capitis", "multifidus-cervicis", "multifidus-lumborum"],
    atMost: 2,
  }),
  structure("region", "neck", { mayMean: ["cervical-paraspinals", "trapezius"], group2002: "cervical" }),
  structure("region", "shoulder-region", { mayMean: ["rotator-cuff", "shoulder"] }),
  structure("joint", "knee", { size: "major" }),
  structure("joint", "shoulder", { size: "major" }),
  structure("bursa", "subacromial-bursa", { size: "major", countsWith: "shoulder" }),
  structure("joint", "wrist", { size: "intermediate" }),
  structure("joint", "toe-joint", { size: "intermediate", digits: "foot" }),
  structure("joint", "odd-joint"),
  structure("tendon-sheath", "flexor-sheath", {
    byDigit: { thumb: "flexor-sheath-thumb", ring: "flexor-sheath-ring" },
  }),
  structure("tendon-sheath", "flexor-sheath-thumb"),
  structure("tendon-sheath", "flexor-sheath-ring"),
  structure("tendon-origin", "common-extensor-origin"),
  structure("tendon", "biceps-tendon"),
  structure("nerve", "occipital-nerve"),
  structure("sacroiliac", "sacroiliac-joint"),
];
