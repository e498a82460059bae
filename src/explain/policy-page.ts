/** What a payer requires, as text: `needlepoint policy`. Documents first, then their rules topic by topic. */
import type { Survey, SurveyedPolicy, SurveyedRule } from "../policy/survey.ts";
import { shortHash } from "../rulebook/hash.ts";
import type { Payer, Topic } from "../rulebook/policy-types.ts";
import type { Citation } from "../rulebook/types.ts";
import { sourceInFull } from "./citations.ts";
import { datesOf, EXTENT_WORDS, KIND_WORDS, TOPIC_WORDS, WEIGHT_WORDS } from "./policy-words.ts";
import { PLAIN, wrap, type Painter } from "./wrap.ts";

interface Options {
  readonly width?: number;
  readonly color?: Painter | null;
}

/** Text of a survey in lines of `width` columns, ending without a newline. */
export function surveyText(s: Survey, options: Options = {}): string {
  const width = options.width ?? 80;
  const paint = options.color ?? PLAIN;
  const where = s.payer.state === null ? "" : ` in ${s.payer.state}`;
  const out: string[] = [];
  for (const place of s.places) {
    const who = `${s.payer.name}${where}${place.contractor === null ? "" : `, ${place.contractor}`}, on ${s.day}`;
    if (out.length > 0) out.push("");
    out.push(paint.bold(who));
    for (const p of place.policies) out.push("", ...policy(p, s, width, paint));
    if (place.policies.length === 0)
      out.push("", ...wrap("No text of this payer in force on that day is known here.", width));
    if (place.otherDays.length > 0)
      out.push(
        "",
        "For other days",
        ...place.otherDays.flatMap((p) =>
          wrap(`- ${p.number ?? p.title}: ${datesOf(p)}; ${EXTENT_WORDS[p.read]}`, width, 4, 2),
        ),
      );
  }
  if (s.findings.length > 0)
    out.push("", "Notes", ...s.findings.flatMap((f) => wrap(`${f.reason} ${f.remedy}`, width, 4, 2)));
  const own = s.receipt.own.length > 0 ? ` - your own: ${s.receipt.own.join(", ")}` : "";
  out.push("", paint.dim(`Policies of ${s.day} - ${shortHash(s.receipt.policies)}${own}`));
  return out.join("\n");
}

function policy({ policy: p, own, rules, unread }: SurveyedPolicy, s: Survey, width: number, paint: Painter): string[] {
  const head = `${p.number === null ? "" : `${p.number}: `}${p.title} (${own ? "your own policy" : KIND_WORDS[p.kind]})`;
  const out = [
    ...wrap(head, width, 2, 0).map((line) => paint.bold(line)),
    ...wrap(
      `In force: ${datesOf(p)}. ${sentence(EXTENT_WORDS[p.read])} To be looked at again by ${p.reviewBy}.`,
      width,
      2,
    ),
  ];
  const places = [...p.cite, ...rules.flatMap((r) => r.rule.cite)].filter(
    (c, i, all) => all.findIndex((d) => isSame(c, d)) === i,
  );
  for (const topic of Object.keys(TOPIC_WORDS) as Topic[]) {
    const mine = rules.filter((r) => r.rule.topic === topic);
    if (mine.length > 0)
      out.push(
        `  ${TOPIC_WORDS[topic]}`,
        ...mine.flatMap((r) => {
          const at = r.rule.cite
            .map((c) => places.findIndex((d) => isSame(c, d)) + 1)
            .sort((a, b) => a - b)
            .join(", ");
          return wrap(`- ${ruleWords(r)} (${at})`, width, 6, 4);
        }),
      );
  }
  const lines = (title: string, list: readonly string[]): void => {
    if (list.length > 0) out.push(`  ${title}`, ...list.flatMap((l) => wrap(`- ${l}`, width, 6, 4)));
  };
  lines(
    "Not read",
    unread.map((u) => `${TOPIC_WORDS[u.topic]}: ${u.says}`),
  );
  lines(
    "Worth knowing",
    p.notes.map((n) => n.says),
  );
  lines("Goes before", p.over);
  out.push("  Where it is written");
  for (const [i, c] of places.entries()) {
    out.push(...wrap(`${i + 1}. ${sourceInFull(c, s, undefined)}`, width, 7, 4));
  }
  return out;
}

const isSame = (a: Citation, b: Citation): boolean =>
  a.source === b.source && a.locator === b.locator && a.how === b.how;

/** The rule, for whom it is, its own dates, and what may not rest on it. */
function ruleWords({ rule, weight }: SurveyedRule): string {
  const phase = rule.phase === undefined ? "" : rule.phase === "initial" ? "First injection: " : "Repeats: ";
  const dates = rule.from === null && rule.until === null ? "" : ` (${datesOf(rule)})`;
  const exception = rule.exception === undefined ? "" : ` Way past it: ${rule.exception}`;
  const mark = WEIGHT_WORDS[weight] === "" ? "" : ` [${WEIGHT_WORDS[weight]}]`;
  return `${phase}${rule.says}${dates}${exception}${mark}`;
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;

/**
 * The payers a book knows, by line of business, ending without a newline. `withPolicy`: ids of those of which a
 * policy is known.
 */
export function payersText(payers: readonly Payer[], withPolicy: ReadonlySet<string>, width = 80): string {
  const lines = [...new Set(payers.map((p) => p.line))];
  return lines
    .flatMap((line) => [
      line,
      ...payers
        .filter((p) => p.line === line)
        .flatMap((p) => {
          const states = p.states.length > 0 ? ` (${p.states.join(", ")})` : "";
          return wrap(
            `${p.id}: ${p.name}${states}${withPolicy.has(p.id) ? "" : " - no policy is known here"}`,
            width,
            6,
            2,
          );
        }),
      "",
    ])
    .join("\n")
    .trimEnd();
}
