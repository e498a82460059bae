/** Sections as tables, on the terminal and in RESULTS.md. */
import { cpus, totalmem } from "node:os";
import type { Row, Section } from "./measure.ts";

/** Three significant digits, thousands apart: 24,300 or 0.182. */
export function figure(x: number): string {
  if (x === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
  const rounded =
    digits > 0
      ? x.toFixed(Math.min(digits, 4))
      : String(Math.round(x / 10 ** Math.floor(Math.log10(x) - 2)) * 10 ** Math.floor(Math.log10(x) - 2));
  const [whole = "", part] = rounded.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === undefined ? "" : `.${part}`);
}

/** How often the row's own rate goes into the reference: "5.1x peer", by medians. */
function ratios(row: Row, rows: readonly Row[]): string {
  if (row.role !== "own") return "";
  const same = rows.filter((r) => r.unit === row.unit && r !== row);
  const peers = same.filter((r) => r.role === "peer");
  const floor = same.find((r) => r.role === "floor");
  const list = peers.map((p) => `${figure(row.median / p.median)}x ${p.name}`);
  if (floor) list.push(`1/${figure(floor.median / row.median)} of the floor`);
  return list.join(", ");
}

export function markdown(sections: readonly Section[]): string {
  return sections
    .map((s) => {
      const head = ["", "unit", "min", "median", "max", "runs", "compared", "note"];
      const rows = s.rows.map((r) => [
        r.name,
        r.unit,
        figure(r.min),
        figure(r.median),
        figure(r.max),
        String(r.runs),
        ratios(r, s.rows),
        r.note ?? "",
      ]);
      const used = head.map((_, i) => i < 6 || rows.some((r) => r[i] !== ""));
      const width = head.map((h, i) => Math.max(3, h.length, ...rows.map((r) => (r[i] ?? "").length)));
      const right = (i: number): boolean => i >= 2 && i <= 5;
      const row = (cells: readonly string[]): string =>
        `| ${cells
          .map((c, i) => (right(i) ? c.padStart(width[i] ?? 0) : c.padEnd(width[i] ?? 0)))
          .filter((_, i) => used[i])
          .join(" | ")} |`;
      const rule = `| ${width
        .map((w, i) => (right(i) ? `${"-".repeat(w - 1)}:` : "-".repeat(w)))
        .filter((_, i) => used[i])
        .join(" | ")} |`;
      return [`## ${s.title}`, "", s.about, "", ...(rows.length > 0 ? [row(head), rule, ...rows.map(row)] : [])]
        .join("\n")
        .trimEnd();
    })
    .join("\n\n");
}

export function machine(): string {
  return `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB`;
}
