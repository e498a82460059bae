/** Which file holds what: the plan of a rulebook folder. */
import type { z } from "zod";
import { source } from "./schema/authority.ts";
import { collision, group, muscle, region, site } from "./schema/anatomy.ts";
import { book } from "./schema/book.ts";
import { code } from "./schema/code.ts";
import { drug, form, imagingRule } from "./schema/companions.ts";
import { example } from "./schema/example.ts";
import { fact, sourceText, verified } from "./schema/facts.ts";
import { family } from "./schema/family.ts";
import { cue, cueHead } from "./schema/language.ts";
import { diagnosisWords, editRules } from "./schema/edits.ts";
import { belief, convention, denial, gap, searchWord } from "./schema/opinion.ts";
import {
  bodyRegion,
  contractor,
  coverageExample,
  diagnosis,
  ownPolicy,
  payer,
  policy,
  policyModel,
  service,
} from "./schema/policy.ts";
import { isTable } from "./tables/forms.ts";

/** A file that is one thing. */
const one = <T extends z.ZodType>(where: RegExp, item: T) => ({ where, item, list: null, head: {} });
/** A file with a list of things under one key, and perhaps keys that hold for all of them. */
const many = <T extends z.ZodType>(where: RegExp, list: string, item: T, head: z.core.$ZodLooseShape = {}) => ({
  where,
  item,
  list,
  head,
});

/**
 * Each kind of rule file: the paths it lies at, the form of one thing in it, the key its list stands under (null: the
 * file is one thing), and keys that hold for the whole list. The first whose path fits is taken.
 */
export const KINDS = {
  book: one(/^book\.yaml$/, book),
  sources: many(/^sources\/.+\.yaml$/, "sources", source),
  codes: one(/^codes\/.+\.yaml$/, code),
  families: one(/^families\/.+\.yaml$/, family),
  imaging: many(/^imaging\/.+\.yaml$/, "imaging", imagingRule),
  drugs: many(/^drugs\/.+\.yaml$/, "drugs", drug),
  conventions: one(/^conventions\/.+\.yaml$/, convention),
  beliefs: many(/^beliefs\/.+\.yaml$/, "beliefs", belief),
  texts: many(/^facts\/texts\.yaml$/, "texts", sourceText),
  facts: many(/^facts\/.+\.yaml$/, "facts", fact),
  verified: many(/^verified\.yaml$/, "verified", verified),
  searchWords: many(/^search\.yaml$/, "words", searchWord),
  denials: many(/^denials\.yaml$/, "denials", denial),
  forms: many(/^forms\.yaml$/, "forms", form),
  gaps: many(/^gaps\.yaml$/, "gaps", gap),
  cues: many(/^language\/.+\.yaml$/, "cues", cue, cueHead),
  muscles: many(/^anatomy\/muscles\/.+\.yaml$/, "muscles", muscle),
  groups: many(/^anatomy\/groups\.yaml$/, "groups", group),
  regions: many(/^anatomy\/regions\.yaml$/, "regions", region),
  sites: many(/^anatomy\/sites\/.+\.yaml$/, "structures", site),
  collisions: many(/^anatomy\/collisions\.yaml$/, "collisions", collision),
  examples: many(/^examples\/.+\.yaml$/, "examples", example),
  payers: many(/^policies\/payers\.yaml$/, "payers", payer),
  contractors: many(/^policies\/medicare\/contractors\.yaml$/, "contractors", contractor),
  services: many(/^policies\/services\.yaml$/, "services", service),
  conditions: many(/^policies\/conditions\.yaml$/, "conditions", diagnosis),
  bodyRegions: many(/^policies\/regions\.yaml$/, "regions", bodyRegion),
  coverageExamples: many(/^policies\/examples\/.+\.yaml$/, "examples", coverageExample),
  policyModels: one(/^policies\/models\/.+\.yaml$/, policyModel),
  ownPolicies: one(/^policies\/own\/.+\.yaml$/, ownPolicy),
  editRules: one(/^edits\/edits\.yaml$/, editRules),
  diagnosisWords: one(/^diagnoses\/words\.yaml$/, diagnosisWords),
  policies: one(/^policies\/[^/]+\/.+\.yaml$/, policy),
} as const;

export type KindName = keyof typeof KINDS;
export type ValueOf<K extends KindName> = z.output<(typeof KINDS)[K]["item"]>;

/** Ordinary words that are never a misspelt term: a word a line, `#` begins a comment. */
export const PLAIN_WORDS = "language/plain-words.txt";

/** For people. Tables have a reader of their own (tables/). */
const ELSEWHERE = [/\.md$/];

/** What a file of that path holds; null when no rule file lies there. */
export const kindOf = (path: string): KindName | null =>
  (Object.keys(KINDS) as KindName[]).find((name) => KINDS[name].where.test(path)) ?? null;

/** Is the file read by something else, or for people only? */
export const isElsewhere = (path: string): boolean => isTable(path) || ELSEWHERE.some((where) => where.test(path));

/** The folders and files that are read, for "did you mean". */
export const PLACES = [
  "book.yaml",
  "denials.yaml",
  "search.yaml",
  "facts",
  "verified.yaml",
  "gaps.yaml",
  "forms.yaml",
  "sources",
  "codes",
  "families",
  "imaging",
  "drugs",
  "conventions",
  "beliefs",
  "language",
  "anatomy/muscles",
  "anatomy/sites",
  "anatomy/groups.yaml",
  "anatomy/regions.yaml",
  "anatomy/collisions.yaml",
  "examples",
  "policies",
  "edits",
  "diagnoses",
] as const;
