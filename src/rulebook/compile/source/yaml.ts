/**
 * YAML text to plain data, with every value's place. Only the plain part of YAML is taken: maps with word
 * keys, lists, scalars. Anchors and aliases (a small file that grows without end) and tags are refused.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";
import type { Finding, RulePlace } from "../../../base/finding.ts";
import { problem, shown } from "../problems.ts";
import { placeAt, type SourceFile } from "./file.ts";

export type Path = readonly (string | number)[];

/** A rule file that could be read: its data, and where each value of it stands. */
export interface Parsed {
  readonly file: SourceFile;
  readonly data: unknown;
  /** The place of the value at a path, or of its key. A path that is not there: the nearest thing that holds it. */
  readonly place: (path: Path, which?: "value" | "key") => RulePlace;
}

/** Most characters of one rule file, the deepest nesting, and how many findings are made of one file. */
export const LIMITS = { characters: 1_000_000, depth: 24, findings: 50 } as const;

/** Reads a file: NP1001 to NP1004, NP1007. `parsed` is null when nothing can be said about its contents. */
export function parseYaml(file: SourceFile): { readonly parsed: Parsed | null; readonly findings: readonly Finding[] } {
  const { text } = file;
  const refuse = (findings: readonly Finding[]) => ({ parsed: null, findings });
  if (text.length > LIMITS.characters) {
    return refuse([
      problem("NP1004", `Expected at most ${LIMITS.characters} characters, found ${text.length}.`, "Split the file.", [
        placeAt(file, 0, 1),
      ]),
    ]);
  }
  let doc: Document;
  try {
    // Keys that stand twice are looked for below, so that both places can be shown.
    doc = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  } catch {
    return refuse([tooDeep(file, 0)]);
  }
  if (doc.errors.length > 0) {
    return refuse(
      doc.errors
        .slice(0, 5)
        .map((e) => syntax(file, e.code === "MULTIPLE_DOCS" ? "One file holds one document" : e.message, e.pos)),
    );
  }
  if (doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null)) {
    return refuse([
      problem("NP1007", "Expected rules, found nothing but comments.", "Write the rules, or remove the file.", [
        placeAt(file, 0, 1),
      ]),
    ]);
  }
  const findings: Finding[] = [];
  const data = plain(doc.contents, file, 0, findings);
  const root = doc.contents;
  return { parsed: { file, data, place: (path, which = "value") => find(root, file, path, which) }, findings };
}

/** What was not closed is noticed at the end of the text: the caret then stands after the last word. */
function syntax(file: SourceFile, message: string, [start, end]: readonly [number, number]): Finding {
  const last = file.text.slice(0, start).trimEnd().length;
  const place = file.text.slice(start).trim() === "" ? placeAt(file, last, last + 1) : placeAt(file, start, end);
  const what = message.replace('"quote', "quote").replace(/\.$/, "");
  return problem(
    "NP1001",
    `This is not valid YAML: ${what}.`,
    "Correct the line; text with a colon, hash or quote in it stands in quotes.",
    [place],
  );
}

const tooDeep = (file: SourceFile, at: number): Finding =>
  problem(
    "NP1004",
    `Expected at most ${LIMITS.depth} levels of nesting, found more.`,
    "Rule files are flat; check the indentation.",
    [placeAt(file, at, at + 1)],
  );

function plain(node: Node | null, file: SourceFile, depth: number, findings: Finding[]): unknown {
  if (node === null || findings.length > LIMITS.findings) return null;
  const [start, end] = node.range ?? [0, 1];
  const refuse = (what: string): void => {
    findings.push(
      problem("NP1003", `Expected plain YAML, found ${what}.`, "Write the value out where it is used.", [
        placeAt(file, start, end),
      ]),
    );
  };
  if (isAlias(node)) return (refuse(`the alias *${node.source}`), null);
  if ("anchor" in node && node.anchor) refuse(`the anchor &${node.anchor}`);
  if (node.tag) refuse(`the tag ${node.tag}`);
  if (depth > LIMITS.depth) return (findings.push(tooDeep(file, start)), null);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item as Node | null, file, depth + 1, findings));
  if (!isMap(node)) return null;
  const seen = new Map<string, Node>();
  const out: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = pair.key as Node | null;
    const word = keyOf(key);
    if (key === null || word === null || word === "__proto__") {
      const [from, to] = key?.range ?? [start, start + 1];
      findings.push(
        problem("NP1003", "Expected a word as key, found something else.", "Write the key as one word.", [
          placeAt(file, from, to),
        ]),
      );
      continue;
    }
    const first = seen.get(word);
    if (first !== undefined) {
      findings.push(
        problem("NP1002", `Expected each key once, found ${shown(word)} twice in one map.`, "Remove one of the two.", [
          placeAt(file, first.range![0], first.range![1]),
          placeAt(file, key.range![0], key.range![1]),
        ]),
      );
      continue;
    }
    seen.set(word, key);
    out[word] = plain(pair.value as Node | null, file, depth + 1, findings);
  }
  return out;
}

/** Keys are words; a number as key ("50:") is taken as it is written. */
function keyOf(key: unknown): string | null {
  if (!isScalar(key)) return null;
  if (typeof key.value === "string") return key.value;
  return typeof key.value === "number" ? (key.source ?? String(key.value)) : null;
}

function find(root: Node, file: SourceFile, path: Path, which: "value" | "key"): RulePlace {
  let node: Node | null = root;
  let key: Node | null = null;
  let whole = true;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((p) => keyOf(p.key) === step);
      if (pair === undefined) {
        whole = false;
        break;
      }
      key = pair.key as Node;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      node = node.items[step] as Node | null;
      key = null;
    } else {
      whole = false;
      break;
    }
  }
  const chosen: Node =
    (whole && which === "key" && key !== null) || node?.range == null || node.range[0] === node.range[1]
      ? (key ?? node ?? root)
      : node;
  const [start, end] = chosen.range ?? [0, 1];
  return placeAt(file, start, end);
}
