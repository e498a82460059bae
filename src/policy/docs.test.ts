/** docs/policies.md stays true: every form is explained, every shape has a worked example that shows it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileFiles } from "../rulebook/compile/compile.ts";
import { policyRule } from "../rulebook/compile/schema/policy.ts";
import { readRulebook } from "../rulebook/node/load.ts";
import { answerOf, type CoverageCase } from "./example.ts";

const page = readFileSync(new URL("../../docs/policies.md", import.meta.url), "utf8");
const files = readRulebook(new URL("../../rulebook", import.meta.url).pathname);
const compiled = compileFiles(files);
const book = compiled.policies!;
const examples = new Map((compiled.coverageExamples as readonly CoverageCase[]).map((e) => [e.id, e]));
const section = (title: string): string => page.slice(page.indexOf(`## ${title}`)).split("\n## ")[0]!;
const rows = (text: string): string[][] =>
  [...text.matchAll(/^\|.*\|$/gm)].map(([row]) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("docs/policies.md", () => {
  it("explains every form of rule, and no other", () => {
    const forms = policyRule.options.map((o) => (o.shape as { form: { value: string } }).form.value);
    const told = rows(section("A rule"))
      .map(([form]) => /^`([\w-]+)`$/.exec(form!)?.[1])
      .filter(Boolean);
    expect(new Set(told)).toEqual(new Set(forms));
  });

  const shapes = rows(section("Shapes")).filter(([, , form]) => form?.startsWith("`"));

  it("knows all 38 shapes", () => expect(new Set(shapes.map(([, shape]) => shape)).size).toBe(38));

  it.each(shapes.map(([, shape, form, example]) => [shape!, form!, example!.replaceAll("`", "")]))(
    "%s is written as %s, as in %s",
    (_shape, form, id) => {
      const example = examples.get(id)!;
      const used = answerOf(example, book).policies.map((p) => book.policies.find((q) => q.id === p.id)!);
      const written = JSON.stringify(used);
      const keys = [...form.matchAll(/`([\w-]+)`/g)].map((m) => m[1]!);
      expect(
        keys.some((key) => written.includes(`"form":"${key}"`) || new RegExp(`"${key}":(?!null|\\[\\])`).test(written)),
      ).toBe(true);
    },
  );

  it("shows a policy of one's own that compiles without a finding", () => {
    const text = /```yaml\n(id: acme-tpi[^]+?)```/.exec(page)![1]!;
    expect(compileFiles([...files, { path: "policies/own/acme.yaml", text }]).findings).toEqual([]);
  });
});
