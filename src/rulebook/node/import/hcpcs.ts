/**
 * The HCPCS Level II file (`HCPC2026_OCT_ANWEB`): a workbook or CSV by its heads, or text of fixed width (code 1 to 5,
 * record 11, long words 12 to 91, added 269 to 276, ended 285 to 292). Its codes are joined to the table of supplies.
 */
import { dayAfter, dayBefore } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import { monthOf, readDay } from "./editions.ts";
import { findHead, isFinding } from "./heads.ts";
import { codesOf, FLAWS, refused, tableText, type Importer } from "./made.ts";
import { linesOf, rowsIn, textOf, type OpenFile } from "./open.ts";
import { noRows, olderFile, unknownQuarter, wrongKind, wrongQuarter, wrongRow } from "./problems.ts";

interface Supply {
  readonly code: string;
  readonly says: string;
  readonly added: string;
  readonly ended: string;
  readonly line: number;
}

const FORM = {
  starts: /^hcpc$/,
  above: 0,
  columns: { code: /^hcpc$/, record: /^recid$/, says: /^long description$/, added: /^add dt$/, ended: /^term dt$/ },
  expected: "the HCPCS alphanumeric file",
} as const;

/** CMS's HCPCS file of a month to the table of supplies. Findings instead of files when anything is wrong. */
export const importHcpcs: Importer = async (files, context) => {
  const main = files.filter((f) => /anweb/i.test(f.name));
  const file =
    main.find((f) => /\.(?:xlsx|csv)$/i.test(f.name)) ?? main[0] ?? (files.length === 1 ? files[0] : undefined);
  if (file === undefined)
    return refused(wrongKind(files[0]?.name ?? "import", FORM.expected, "no file named ...ANWEB"));
  const month = monthIn(file.name, context.edition);
  if (month === null) return refused(unknownQuarter(file.name, "HCPC2026_OCT_ANWEB"));
  if (context.edition !== undefined && monthIn("", context.edition) !== month)
    return refused(wrongQuarter(file.name, context.edition, month));
  const supplies = /\.(?:xlsx|csv)$/i.test(file.name) ? await byHead(file) : byPlace(file);
  if (!Array.isArray(supplies)) return refused(supplies as Finding);

  const table = context.tables.find((t) => t.name === "hcpcs-codes");
  const rows = new Map((table?.rows ?? []).map((r) => [r[0]!, [...r]]));
  const wanted = new Set([...codesOf(context.book).all, ...rows.keys()]);
  const findings: Finding[] = [];
  let kept = 0;
  for (const supply of supplies) {
    if (!wanted.has(supply.code) || findings.length >= FLAWS) continue;
    const from = readDay(supply.added);
    const last = supply.ended === "" ? "" : readDay(supply.ended);
    if (from === null || last === null) {
      findings.push(
        wrongRow(
          file.name,
          supply.line,
          "days written 20240701",
          `${supply.added || "none"}, ${supply.ended || "none"}`,
        ),
      );
      continue;
    }
    kept++;
    const before = rows.get(supply.code);
    // An older file says nothing that a newer one has not said.
    if (before !== undefined && before[4]! > month) continue;
    rows.set(supply.code, [supply.code, supply.says, from, last === "" ? "" : dayAfter(last), month]);
  }
  if (findings.length > 0) return { files: [], findings, read: supplies.length };
  if (kept === 0) return refused(noRows(file.name, "supply codes of the book"));
  const loaded = table === undefined ? "" : dayBefore(table.head.until).slice(0, 7);
  const text = tableText(
    "hcpcs-codes",
    {
      edition: month > loaded ? `read until ${month}` : (table?.head.edition ?? month),
      from: table?.head.from ?? `${month}-01`,
      until: month > loaded ? nextMonth(month) : (table?.head.until ?? nextMonth(month)),
      cite: month > loaded ? "hcpcs-files" : (table?.head.cite ?? "hcpcs-files"),
      taken: `CMS, ${file.name}; codes of earlier files kept`,
      notes: [
        "seen: the month of the latest file that lists the code. A code without a first day began on a day that is not known here.",
      ],
    },
    [...rows.values()],
  );
  const told =
    month <= loaded
      ? [olderFile(file.name, `a file of ${loaded} is loaded already; only codes it did not have were added.`)]
      : [];
  return { files: [{ path: "edits/hcpcs-supplies.csv", text }], findings: told, read: supplies.length };
};

async function byHead(file: OpenFile): Promise<readonly Supply[] | Finding> {
  const rows = [...(await rowsIn(file))];
  const head = findHead(file.name, rows.slice(0, 12), FORM);
  if (isFinding(head)) return head;
  return rows.slice(head.next).flatMap((row, i) => {
    const cell = (id: keyof typeof head.column): string => (row[head.column[id]] ?? "").trim();
    // Records 3 begin a procedure; 4 continue its words, 7 and 8 are modifiers.
    if (!/^0*3$/.test(cell("record")) || !/^[A-Z]\d{4}$/.test(cell("code"))) return [];
    const says = cell("says").replace(/\s+/g, " ");
    return [{ code: cell("code"), says, added: cell("added"), ended: cell("ended"), line: head.next + i + 1 }];
  });
}

function byPlace(file: OpenFile): readonly Supply[] | Finding {
  const out: { code: string; says: string; added: string; ended: string; line: number }[] = [];
  let line = 0;
  for (const text of linesOf(textOf(file))) {
    line++;
    const [code, record] = [text.slice(0, 5), text[10]];
    if (!/^[A-Z]\d{4}$/.test(code)) continue;
    if (text.length < 293)
      return wrongRow(file.name, line, "a record of 293 characters or more", `one of ${text.length}`);
    const says = text.slice(11, 91).trim();
    if (record === "3")
      out.push({ code, says, added: text.slice(268, 276).trim(), ended: text.slice(284, 292).trim(), line });
    else if (record === "4" && out.at(-1)?.code === code) out.at(-1)!.says += ` ${says}`;
  }
  return out.length > 0 ? out : wrongKind(file.name, FORM.expected, "none of the layouts known here");
}

/** "HCPC2026_OCT_ANWEB"; a yearly file ("HCPC2019_CONTR_ANWEB") is of January. */
function monthIn(name: string, edition: string | undefined): string | null {
  const [, year, word] = /hcpc(?:s)?(20\d\d|\d\d)_([a-z]+)/i.exec(name) ?? [];
  if (year !== undefined && word !== undefined) {
    const month = monthOf(word) || 1;
    return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, "0")}`;
  }
  return edition !== undefined && /^20\d\d-\d\d$/.test(edition) ? edition : null;
}

const nextMonth = (month: string): string => {
  const [y = 0, m = 0] = month.split("-").map(Number);
  return m === 12 ? `${y + 1}-01-01` : `${y}-${String(m + 1).padStart(2, "0")}-01`;
};
