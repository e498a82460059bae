/** The commands that make documents, with their options. */
import { Option, type Command } from "commander";

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
const toFile = (): Option => new Option("--out <file>", "write a file: .pdf, .docx, .html, .md or .txt");
const asJson = (): Option => new Option("--json", "print JSON");

/** Enters them into the program `root`; the exit code is set by what each returns. */
export function addDocuments(root: Command): void {
  const documents = async () => import("./documents.ts");
  const done = (exit: number): void => {
    process.exitCode = exit;
  };
  const add = (usage: string, description: string): Command =>
    root.command(usage).description(description).exitOverride();
  asked(add("proof <FILE>", "one printable page: the answer, the note's words, the rule, where it is written")).action(
    async (file: string, options) => done(await (await documents()).proof(file, options)),
  );
  asked(add("query <FILE>", "the question to the provider, when the note is short of a fact")).action(
    async (file: string, options) => done(await (await documents()).query(file, options)),
  );
  asked(add("appeal <FILE>", "a draft against a denial, or in plain words that the denial is right"))
    .requiredOption("--denial <reason>", "code of the remittance, as CO-97, or words: bundled, units, ...")
    .option("--billed <lines>", "the claim as sent, as in 20553-59x1,20552; else what the note supports")
    .action(async (file: string, options) => done(await (await documents()).appeal(file, options)));
  asked(add("across <FILE>", "one note under the rules of 2001 to today: what differs and why")).action(
    async (file: string, options) => done(await (await documents()).across(file, options)),
  );
  add("template <FAMILY>", "a form for the clinic: what a note of this family must show")
    .option("--on <day>", "by the rules in force on that day; else the latest")
    .option("--payer <payer>", "with what this payer asks of the record")
    .option("--state <letters>", "state of the service, as in FL")
    .option("--county <county>", "county of the service, in parts of Virginia")
    .addOption(toFile())
    .addOption(asJson())
    .action(async (family: string, options) => done(await (await documents()).template(family, options)));
}

/** The options of a document made from a note, an encounter or a determination. */
function asked(command: Command): Command {
  return command
    .option("--date <day>", "date of service, YYYY-MM-DD; else the note's own")
    .option("--payer <payer>", "who pays")
    .option("--state <letters>", "state of the service, as in FL")
    .option("--county <county>", "county of the service, in parts of Virginia")
    .option("--history <file>", "earlier sessions (JSON or CSV)")
    .option("--rulebook <folder>", "policies of your own, beside those of the rulebook")
    .option("--convention <id=position>", "your choice on a contested point; may be repeated", collect)
    .option("--note <file>", "the note of a determination given as JSON")
    .addOption(toFile())
    .addOption(asJson());
}
