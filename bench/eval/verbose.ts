/** One note in full: the text, the mentions side by side with the labels, the answer with its trace. */
import { labelStatus, type Pair } from "./mentions.ts";
import { faults, misses, table } from "./report.ts";
import type { Scored } from "./score.ts";

function row(p: Pair): string[] {
  const { label, ours } = p;
  const faulty =
    p.verdict === "found"
      ? [!p.sideRight && "wrong side", !p.statusRight && "wrong status"].filter(Boolean).join(", ") || "found"
      : p.verdict;
  return [
    faulty,
    String((label ?? ours)?.start ?? ""),
    label ? `${label.kind}/${label.id} ${label.side} ${label.status}` : "-",
    ours
      ? `${ours.kind}/${ours.id}${ours.orElse?.length ? `|${ours.orElse.join("|")}` : ""} ${ours.side} ${labelStatus(ours)}`
      : "-",
    JSON.stringify((label ?? ours)?.text ?? ""),
    ours?.because ?? "",
    ours?.doubts?.join(",") ?? "",
  ];
}

/** Left-aligned throughout. */
const columns = (head: string[], rows: string[][]): string => {
  const width = head.map((_, i) => Math.max(...[head, ...rows].map((r) => (r[i] ?? "").length)));
  return [head, ...rows]
    .map((r) =>
      r
        .map((c, i) => c.padEnd(width[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

export function verbose(s: Scored): string {
  const { sample, answer } = s;
  const out = [
    `== ${sample.id} (${sample.set}, ${sample.family}; ${sample.voice}; ${sample.tags.join(", ")}) ${sample.dateOfService ?? "no date"} ${sample.payer ?? ""}`,
    sample.note,
  ];
  const facts =
    s.pairs.length > 0
      ? s.pairs
      : answer.facts.flatMap((f): Pair[] =>
          "side" in f ? [{ label: null, ours: f, verdict: "ignored", sideRight: false, statusRight: false }] : [],
        );
  out.push(columns(["", "at", "label", "reader", "words", "because", "doubts"], facts.map(row)));
  const rest = answer.facts.filter((f) => !("side" in f));
  out.push(
    rest
      .map((f) => {
        const { text, start, end, ...fields } = f;
        return `${String(start).padStart(5)}-${end} ${JSON.stringify(text)} ${JSON.stringify(fields)}`;
      })
      .join("\n"),
  );
  if (s.differences.length > 0)
    out.push(
      table(
        ["", "reader", "label"],
        s.differences.map((d) => [d.attribute, d.got, d.want]),
      ),
    );
  out.push(
    `counts ${JSON.stringify({ ...answer.counts, elements: answer.counts.elements.map((e) => `${e.side} ${e.name} ${e.muscles.min}-${e.muscles.max}`) })}`,
  );
  out.push(
    answer.trace
      .filter((t) => t.outcome !== "false")
      .map((t) => `${t.outcome.padEnd(7)} ${t.rule}  ${t.says}`)
      .join("\n"),
  );
  out.push(...answer.queries.map((q) => `asks ${q.rule}: ${q.asks}`));
  out.push(...[...answer.conflicts, ...answer.findings].map((f) => `${f.severity} ${f.code} ${f.reason}`));
  out.push(faults(s) === "" ? "right" : misses([s], 1000));
  return out.filter(Boolean).join("\n\n");
}
