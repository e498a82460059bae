/** `rulebook diff`: two versions of a book, rule by rule, and what they answer on a corpus. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Finding } from "../base/finding.ts";
import type { Encounter } from "../coding/determination.ts";
import { changesOf, type RuleChange } from "../coding/diff/changes.ts";
import { makeCorpusDiff, type AnswerChange } from "../coding/diff/corpus.ts";
import { loadBook } from "../rulebook/book.ts";
import { compileRulebook } from "../rulebook/node/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { checkEncounter } from "./encounter.ts";
import { badJson, notABook, refusal, Refused } from "./findings.ts";
import { readText } from "./input.ts";
import { complain, print, printJson } from "./output.ts";
import { progress } from "./progress.ts";

/**
 * Prints what changed. Gives the exit code: 1 when something of the corpus could not be read; the rest is compared
 * all the same. Throws Refused when one of the two is no rulebook.
 */
export async function diff(
  oldPath: string,
  newPath: string,
  options: { readonly corpus?: string; readonly json?: boolean },
): Promise<number> {
  const [old, fresh] = [bookAt(oldPath), bookAt(newPath)];
  const changes = changesOf(old, fresh);
  const answers: AnswerChange[] = [];
  const findings: Finding[] = [];
  let read = 0;
  if (options.corpus !== undefined) {
    const files = filesOf(options.corpus);
    const compare = makeCorpusDiff(old, fresh, changes);
    const bar = progress("files", files.length);
    for (const [i, file] of files.entries()) {
      for (const item of await encountersIn(file)) {
        if ("findings" in item) findings.push(...item.findings);
        else {
          read++;
          const change = compare(item);
          if (change !== null) answers.push(change);
        }
      }
      await bar.at(i + 1);
    }
    bar.stop();
  }
  if (options.json)
    await printJson({
      kind: "rulebook-diff",
      old: old.hash,
      new: fresh.hash,
      rules: changes.map(({ kind, rule, how, fields, where }) => ({ kind, rule, how, fields, where })),
      encounters: options.corpus === undefined ? null : read,
      answers,
      findings,
    });
  else {
    await print(ruleLines(changes).join("\n"));
    if (options.corpus !== undefined) await print(answerLines(read, answers).join("\n"));
    complain(findings);
  }
  return findings.length > 0 ? 1 : 0;
}

function ruleLines(changes: readonly RuleChange[]): readonly string[] {
  if (changes.length === 0) return ["The two books say the same."];
  const count = (how: RuleChange["how"]): number => changes.filter((c) => c.how === how).length;
  return [
    `Rules: ${count("changed")} changed, ${count("new")} new, ${count("gone")} gone`,
    ...changes.map((c) => {
      const fields = c.fields.length === 0 ? "" : `: ${c.fields.join(", ")}`;
      return `  ${c.how.padEnd(7)}  ${c.rule}${fields}${c.where === null ? "" : ` (${c.where})`}`;
    }),
  ];
}

function answerLines(read: number, answers: readonly AnswerChange[]): readonly string[] {
  return [
    "",
    `Encounters: ${read} compared, ${answers.length} answered otherwise`,
    ...answers.flatMap((a) => [
      `  ${a.id} (${a.dateOfService})`,
      `    was  ${a.was}`,
      `    is   ${a.is}`,
      `    because of ${a.because.length === 0 ? "several changes together" : a.because.join(", ")}`,
    ]),
  ];
}

/** A rulebook folder, or a compiled book (dist/rulebook.json). Throws Refused with its findings when it is none. */
function bookAt(path: string): Rulebook {
  try {
    if (!statSync(path).isDirectory()) return loadBook(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Refused((error as { code?: string }).code === undefined ? notABook(path) : refusal(path, error));
  }
  let compiled;
  try {
    compiled = compileRulebook(path);
  } catch (error) {
    throw new Refused(refusal(path, error));
  }
  if (compiled.book === null) throw new Refused(...compiled.findings.filter((f) => f.severity === "error"));
  return compiled.book;
}

/** Notes (.txt) and encounters (.jsonl, .json) of a folder and those under it, in order of their names; or the one file. */
function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:txt|jsonl|json)$/.test(name))
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    throw new Refused(refusal(path, error));
  }
}

type Item = Encounter | { readonly findings: readonly Finding[] };

async function encountersIn(file: string): Promise<readonly Item[]> {
  const name = basename(file);
  try {
    const text = await readText(file);
    if (!/\.jsonl?$/.test(file)) return [{ id: name, note: text }];
    const lines = file.endsWith(".jsonl") ? text.split("\n") : [text];
    return lines.flatMap((line, i) => (line.trim() === "" ? [] : [encounterOf(line, `${name} line ${i + 1}`)]));
  } catch (error) {
    if (error instanceof Refused) return [{ findings: error.findings }];
    throw error;
  }
}

function encounterOf(line: string, at: string): Item {
  let value: unknown;
  try {
    value = JSON.parse(line) as unknown;
  } catch {
    return { findings: [badJson(at, "an encounter (a JSON object)")] };
  }
  const { encounter, findings } = checkEncounter(value, {}, at);
  return encounter === null ? { findings } : { ...encounter, id: encounter.id ?? at };
}
