/** `policies/`: what payers require, and the small tables beside it. docs/policies.md shows each form. */
import { z } from "zod";
import { CLINICAL, SHOWN, type ElementOf } from "../../clinical.ts";
import type { Extent, LimitUnit, LineOfBusiness, PolicyKind, Setting, Stance, Topic } from "../../policy-types.ts";
import { cited } from "./authority.ts";
import { amount, codeNumber, count, date, endDate, flag, id, modifier, shape, text } from "./leaf.ts";
import { agentClass, every, structureKind } from "./words.ts";

const elementOf = z.enum([...Object.keys(CLINICAL), ...Object.keys(SHOWN)] as [ElementOf, ...ElementOf[]]);
const ids = z.array(id).exactOptional();
const some = z.array(text).exactOptional();

/** `taut-band`, or `{is: conservative-care, atLeast: 6, unit: week}`. */
const element = z.union([
  elementOf.transform((is) => ({ is })),
  shape({
    is: elementOf,
    atLeast: amount.exactOptional(),
    moreThan: amount.exactOptional(),
    unit: z.enum(["day", "week", "month", "year", "percent", "point"]).exactOptional(),
  }),
]);

const period = shape({
  days: count.exactOptional(),
  weeks: count.exactOptional(),
  months: count.exactOptional(),
  years: count.exactOptional(),
});

const topic = every<Topic>({
  diagnosis: true,
  findings: true,
  "prior-care": true,
  response: true,
  frequency: true,
  agents: true,
  technique: true,
  imaging: true,
  units: true,
  claim: true,
  authorization: true,
  documentation: true,
});

const stance = every<Stance>({
  covered: true,
  investigational: true,
  experimental: true,
  unproven: true,
  "not-medically-necessary": true,
  "not-covered": true,
  "not-recommended": true,
  "not-paid": true,
  excluded: true,
});

const unit = every<LimitUnit>({
  session: true,
  claim: true,
  treatment: true,
  injection: true,
  site: true,
  region: true,
  set: true,
  visit: true,
});

const setting = every<Setting>({
  office: true,
  "hospital-outpatient": true,
  asc: true,
  emergency: true,
  other: true,
});

const base = {
  id,
  says: text,
  services: ids,
  phase: z.enum(["initial", "repeat"]).exactOptional(),
  from: date.exactOptional(),
  until: date.exactOptional(),
  exception: text.exactOptional(),
  cite: cited.exactOptional(),
};

const form = <F extends string, T extends z.core.$ZodLooseShape>(name: F, fields: T) =>
  shape({ ...base, topic: topic.exactOptional(), form: z.literal(name), ...fields });
/** A form that does not tell by itself what it is about. */
const free = <F extends string, T extends z.core.$ZodLooseShape>(name: F, fields: T) =>
  shape({ ...base, topic, form: z.literal(name), ...fields });

/** One requirement; `form` says of which kind. */
export const policyRule = z.discriminatedUnion("form", [
  free("criteria", { least: count.exactOptional(), of: z.array(element).min(1) }),
  free("absent", { firm: flag.exactOptional(), of: z.array(element).min(1) }),
  form("diagnosis", { in: some, out: some, conditions: ids, notConditions: ids, closed: flag.exactOptional() }),
  form("agent", {
    only: z.array(agentClass).exactOptional(),
    not: z.array(agentClass).exactOptional(),
    notAlone: z.array(agentClass).exactOptional(),
  }),
  form("stance", { is: stance, when: element.exactOptional() }),
  form("limit", {
    max: count.nullable(),
    unit,
    unitOpen: flag.exactOptional(),
    per: z.union([z.enum(["session", "life"]), period]).nullable(),
    window: z.enum(["rolling", "calendar", "unstated"]).exactOptional(),
    scope: z.enum(["patient", "region", "site"]).exactOptional(),
    pools: ids,
    agents: z.array(agentClass).exactOptional(),
    extended: shape({ max: count, needs: elementOf }).exactOptional(),
    advice: flag.exactOptional(),
  }),
  form("interval", { atLeast: period, scope: z.enum(["patient", "region"]).exactOptional(), pools: ids }),
  form("units", { oneOf: z.array(codeNumber).min(1), max: count }),
  form("modifier", {
    modifiers: z.array(modifier).min(1),
    when: z.array(element).exactOptional(),
    bySide: flag.exactOptional(),
    beyond: shape({ max: count, per: period }).exactOptional(),
  }),
  form("same-day", {
    codes: some,
    kinds: z.array(structureKind).exactOptional(),
    region: z.enum(["same", "any"]).exactOptional(),
  }),
  form("setting", { not: z.array(setting).min(1) }),
  form("beside", { prefixes: z.array(text).min(1), agents: z.array(agentClass).exactOptional() }),
  form("authorization", { need: z.enum(["required", "not-required", "plan-rules"]) }),
  form("substitute", { bill: codeNumber }),
]);

const unread = shape({
  topic,
  says: text,
  services: ids,
  open: flag.exactOptional(),
  agents: z.array(agentClass).exactOptional(),
});

const note = shape({ says: text, cite: cited.exactOptional() });

const body = {
  rules: z.array(policyRule).exactOptional(),
  unread: z.array(unread).exactOptional(),
  notes: z.array(note).exactOptional(),
};

/** `policies/models/<id>.yaml`: a text that several payers carry alike. */
export const policyModel = shape({ id, services: z.array(id).min(1), cite: cited, ...body });

const written = {
  id,
  number: text.nullable(),
  title: text,
  kind: every<PolicyKind>({
    ncd: true,
    lcd: true,
    article: true,
    policy: true,
    guideline: true,
    "claims-edit": true,
    "fee-schedule": true,
    regulation: true,
    notice: true,
    decision: true,
  }),
  jurisdictions: some,
  states: some,
  services: z.array(id).min(1),
  from: endDate,
  until: endDate,
  seen: endDate,
  read: every<Extent>({ full: true, criteria: true, header: true, none: true }),
  same: id.exactOptional(),
  over: ids,
  adopts: id.exactOptional(),
  reviewBy: date,
  ...body,
};

/** `policies/<line>/<id>.yaml`: one document of one payer. */
export const policy = shape({ ...written, payers: z.array(id).min(1), cite: cited });

/** `policies/payers.yaml` */
export const payer = shape({
  id,
  name: text,
  line: every<LineOfBusiness>({
    medicare: true,
    "medicare-advantage": true,
    medicaid: true,
    marketplace: true,
    commercial: true,
    "workers-comp": true,
    tricare: true,
    other: true,
  }),
  also: some,
  states: some,
  of: id.exactOptional(),
});

/**
 * `policies/own/<file>.yaml`: a policy that a user wrote. One file says all of it: the rules, the payer where the
 * book does not have it, and the document they were read in.
 */
export const ownPolicy = shape({
  ...written,
  payer: z.union([id, payer]),
  source: shape({ title: text, publisher: text, date: text, address: text.nullable().exactOptional() }),
});

const state = z.string().regex(/^[A-Z]{2}$/);

/** `policies/medicare/contractors.yaml` */
export const contractor = shape({
  state,
  jurisdiction: text,
  name: text,
  contracts: z.array(text),
  counties: some,
});

/** `policies/services.yaml`, `policies/conditions.yaml`, `policies/regions.yaml` */
export const service = shape({
  id,
  title: text,
  codes: z.array(codeNumber),
  kinds: z.array(structureKind).exactOptional(),
});
/** `policies/conditions.yaml`, under `conditions`: the ICD-10-CM codes that show a condition. */
export const diagnosis = shape({ id: elementOf, codes: z.array(text), note: text.exactOptional() });
/** `policies/regions.yaml`, under `regions`: the body regions that payers count by. */
export const bodyRegion = shape({
  id,
  words: some,
  /** Regions of anatomy/ that lie in it. */
  anatomy: ids,
  /** Structures that reach into it, whatever their region in anatomy/. */
  structures: ids,
});

const requirementStatus = z.enum([
  "met",
  "not-met",
  "not-documented",
  "needs-history",
  "not-applicable",
  "policy-silent",
  "text-not-read",
]);

/** `policies/examples/*.yaml`: worked examples. What was done is given as facts; the note's criteria under `clinical`. */
export const coverageExample = shape({
  id,
  title: text,
  dateOfService: date,
  payer: text,
  state: text.exactOptional(),
  county: text.exactOptional(),
  setting: setting.exactOptional(),
  historyGaps: count.exactOptional(),
  lines: z.array(
    shape({ code: codeNumber, units: count.exactOptional(), modifiers: z.array(modifier).exactOptional() }),
  ),
  /** `[trapezius, left]`: what was injected, or needled when the first line is a needling code. */
  muscles: z.array(z.tuple([id, z.enum(["left", "right", "bilateral", "midline", "unspecified"])])).exactOptional(),
  /** `[tendon-sheath, flexor-sheath, right]`: what else was injected that day. */
  others: z
    .array(z.tuple([structureKind, id, z.enum(["left", "right", "bilateral", "midline", "unspecified"])]))
    .exactOptional(),
  sites: count.exactOptional(),
  agents: z.array(agentClass).exactOptional(),
  guidance: z.enum(["ultrasound", "fluoroscopy", "ct", "mri"]).exactOptional(),
  /** `taut-band`, `{is: relief-percent, value: 60, unit: percent}`, `{is: twitch, said: no}`. */
  clinical: z
    .array(
      z.union([
        elementOf.transform((is) => ({ is })),
        shape({
          is: elementOf,
          value: amount.exactOptional(),
          unit: z.enum(["day", "week", "month", "year", "percent", "point"]).exactOptional(),
          said: z.enum(["yes", "no"]).exactOptional(),
        }),
      ]),
    )
    .exactOptional(),
  diagnoses: some,
  billed: z
    .array(shape({ code: codeNumber, units: count.exactOptional(), modifiers: z.array(modifier).exactOptional() }))
    .exactOptional(),
  history: z
    .array(
      shape({
        dateOfService: date,
        code: codeNumber,
        region: text.exactOptional(),
        reliefPercent: count.exactOptional(),
      }),
    )
    .exactOptional(),
  expect: shape({
    covered: z.enum(["likely", "not", "cannot-tell"]),
    contractor: text.exactOptional(),
    policies: ids,
    requirements: z.record(text, requirementStatus).exactOptional(),
    billAs: z
      .array(shape({ code: codeNumber, units: count, modifiers: z.array(modifier).exactOptional() }))
      .exactOptional(),
    nextEligible: date.nullable().exactOptional(),
    findings: some,
  }),
});
