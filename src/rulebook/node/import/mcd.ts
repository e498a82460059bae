/**
 * Diagnoses that Medicare's billing articles cover, from the coverage database's export (`current_article_csv.zip`:
 * article.csv, article_x_icd10_covered.csv). For each article that the book's policies name by its number a policy
 * of your own is written, with the list; the book's own policy files stay as they are.
 */
import type { Finding } from "../../../base/finding.ts";
import { dotted } from "../../../base/icd.ts";
import type { SourceFile } from "../../compile/compile.ts";
import type { Policy } from "../../policy-types.ts";
import { readDay } from "./editions.ts";
import { findHead, isFinding, type HeadForm } from "./heads.ts";
import { FLAWS, refused, type Importer } from "./made.ts";
import { rowsIn, type OpenFile } from "./open.ts";
import { noRows, wrongKind, wrongRow } from "./problems.ts";

const ARTICLE: HeadForm<"id" | "version" | "title" | "from"> = {
  starts: /^article_id$/,
  above: 0,
  columns: {
    id: /^article_id$/,
    version: /^article_version$/,
    title: /^title$/,
    from: /^article_rev_eff_date$|^article_eff_date$/,
  },
  expected: "article.csv of the coverage database",
};
const COVERED: HeadForm<"id" | "version" | "code"> = {
  starts: /^article_id$/,
  above: 0,
  columns: { id: /^article_id$/, version: /^article_version$/, code: /^icd10_code(?:_id)?$/ },
  expected: "article_x_icd10_covered.csv of the coverage database",
};

interface Article {
  readonly version: number;
  readonly title: string;
  readonly from: string;
  readonly codes: Set<string>;
}

/** The diagnoses of billing articles from CMS's coverage database. Findings instead of files when anything is wrong. */
export const importCoverage: Importer = async (files, context) => {
  const [main, covered] = [/^article\.csv$/i, /^article_x_icd10_covered\.csv$/i].map((n) =>
    files.find((f) => n.test(f.name)),
  );
  if (main === undefined || covered === undefined)
    return refused(
      wrongKind(
        files[0]?.name ?? "import",
        "article.csv and article_x_icd10_covered.csv",
        files
          .map((f) => f.name)
          .join(", ")
          .slice(0, 120) || "no such files",
      ),
    );
  const articles = new Map<string, Article>();
  const listed = await take(main, ARTICLE, (cell, line) => {
    const [id, version, from] = [cell("id"), Number(cell("version")), readDay(cell("from"))];
    if (!/^\d+$/.test(id) || !Number.isInteger(version) || from === null)
      return wrongRow(main.name, line, "an article's number, version and first day", id.slice(0, 12));
    const before = articles.get(id);
    if (before === undefined || before.version < version)
      articles.set(id, { version, title: cell("title"), from, codes: new Set() });
    return null;
  });
  if ("findings" in listed) return { files: [], findings: listed.findings, read: 0 };
  const codes = await take(covered, COVERED, (cell, line) => {
    const code = cell("code").toUpperCase();
    // A group without a code says so in words.
    if (!/^[A-Z]\d[0-9A-Z]/.test(code))
      return code === "" || code.startsWith("XX")
        ? null
        : wrongRow(covered.name, line, "an ICD-10-CM code", code.slice(0, 12));
    const article = articles.get(cell("id"));
    if (article !== undefined && Number(cell("version")) === article.version) article.codes.add(dotted(code));
    return null;
  });
  if ("findings" in codes) return { files: [], findings: codes.findings, read: listed.rows };
  const made = (context.policies ?? []).flatMap((policy): readonly SourceFile[] => {
    const article = policy.number === null ? undefined : articles.get(policy.number.replace(/^A/, ""));
    if (
      !/^A\d+$/.test(policy.number ?? "") ||
      policy.id.startsWith("mcd-") ||
      article === undefined ||
      article.codes.size === 0
    )
      return [];
    return [{ path: `policies/own/mcd-${policy.id}.yaml`, text: policyText(policy, article) }];
  });
  if (made.length === 0) return refused(noRows(main.name, "articles that the book's policies name, with diagnoses"));
  return { files: made, findings: [], read: listed.rows + codes.rows };
};

async function take<T extends string>(
  file: OpenFile,
  form: HeadForm<T>,
  row: (cell: (id: T) => string, line: number) => Finding | null,
): Promise<{ readonly rows: number } | { readonly findings: readonly Finding[] }> {
  const rows = [...(await rowsIn(file))];
  const head = findHead(file.name, rows.slice(0, 3), form);
  if (isFinding(head)) return { findings: [head] };
  const findings: Finding[] = [];
  for (let i = head.next; i < rows.length && findings.length < FLAWS; i++) {
    const cells = rows[i]!;
    if (cells.every((c) => c.trim() === "")) continue;
    const flaw = row((id) => (cells[head.column[id]] ?? "").trim(), i + 1);
    if (flaw !== null) findings.push(flaw);
  }
  return findings.length > 0 ? { findings } : { rows: rows.length - head.next };
}

const quoted = (text: string): string => JSON.stringify(text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim());

function policyText(policy: Policy, article: Article): string {
  const codes = [...article.codes].sort();
  return [
    `# Written by rulebook import mcd from the coverage database: the diagnoses that ${policy.number} covers.`,
    `id: mcd-${policy.id}`,
    `number: ${policy.number}`,
    `title: ${quoted(article.title)}`,
    "kind: article",
    "payer: medicare",
    ...(policy.jurisdictions === undefined || policy.jurisdictions.length === 0
      ? []
      : [`jurisdictions: [${policy.jurisdictions.join(", ")}]`]),
    `services: [${policy.services.join(", ")}]`,
    `from: ${article.from}`,
    "until: null",
    `seen: ${article.from}`,
    "read: criteria",
    `reviewBy: ${policy.reviewBy}`,
    "source:",
    `  title: ${quoted(`${policy.number}, version ${article.version}, list of covered diagnoses`)}`,
    "  publisher: CMS, Medicare Coverage Database",
    `  date: "${article.from}"`,
    "rules:",
    "  - id: covered-diagnoses",
    "    form: diagnosis",
    `    says: ${quoted(`Covered with one of the ${codes.length} diagnoses that the article lists.`)}`,
    "    closed: true",
    "    in:",
    ...codes.map((c) => `      - ${quoted(c)}`),
    "",
  ].join("\n");
}
