/** The commands, their options and their help. Each is loaded when it is called: a start costs only its own command. */
import { Command, CommanderError, Option } from "commander";
import { TIERS } from "../rulebook/stats.ts";
import { addDocuments } from "./document-commands.ts";
import { inside, Refused } from "./findings.ts";
import { complain, quietPipes } from "./output.ts";

/** Put in by the build. */
declare const NEEDLEPOINT_VERSION: string;

/** Exit codes of the contract: 0 done, 1 bad input, 2 bad usage. */
const BAD_INPUT = 1;
const BAD_USAGE = 2;

/** Runs one command line; sets the exit code and never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  quietPipes();
  for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, fail);
  try {
    await program().parseAsync(argv, { from: "user" });
  } catch (error) {
    fail(error);
  }
}

/** Findings are shown; of anything else only a code, since a message could carry text of a note. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : BAD_USAGE;
  } else {
    complain(error instanceof Refused ? error.findings : [inside()]);
    process.exitCode = BAD_INPUT;
  }
}

/** A usage error found after parsing. */
function misuse(command: Command, reason: string): never {
  return command.error(`error: ${reason}`);
}

const done = (exit: number): void => {
  process.exitCode = exit;
};

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
const asJson = (): Option => new Option("--json", "print JSON");

function program(): Command {
  const root = new Command("needlepoint")
    .description("Injection coding, with the rule in writing.")
    .version(NEEDLEPOINT_VERSION, "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("(--help shows what can be given)")
    .configureHelp({ helpWidth: 80 })
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 bad input, 2 bad usage.\nExample:    needlepoint code examples/three-muscles.txt",
    );

  const code = add(root, "code [FILE...]", "the answer for a note; - or a pipe reads standard input")
    .option("--date <day>", "date of service, YYYY-MM-DD; else the note's own")
    .option("--payer <payer>", "who pays: medicare, commercial, workers-comp, ...")
    .option("--state <letters>", "state of the service, as in FL")
    .option("--county <county>", "county of the service, in parts of Virginia")
    .option("--facts <file>", "facts (JSON) instead of a note")
    .option("--history <file>", "earlier sessions of the patient (JSON or CSV)")
    .option("--rulebook <folder>", "policies of your own, beside those of the rulebook")
    .option("--convention <id=position>", "your choice on a contested point; may be repeated", collect)
    .addOption(
      new Option("--detail <level>", "how much is told: only the answer, its steps, or every rule tried").choices([
        "line",
        "steps",
        "everything",
      ]),
    )
    .addOption(new Option("--jsonl", "encounters in, determinations out, one a line").conflicts(["json", "facts"]))
    .addOption(asJson());
  code.action(async (files: string[], options) => {
    const wrong = ((options.convention ?? []) as string[]).find((choice) => !/^[^=]+=[^=]+$/.test(choice));
    if (wrong !== undefined) misuse(code, "--convention is given as id=position");
    if (options.facts !== undefined && files.length > 0) misuse(code, "give notes or --facts, not both");
    const inputs = files.length > 0 || options.facts !== undefined ? files : piped(code);
    if (options.jsonl) done(await (await import("./jsonl.ts")).codeLines(inputs, options));
    else done(await (await import("./code.ts")).code(inputs, options));
  });

  const explain = add(root, "explain <CODE>", "the rule of a code in plain words, with its authority")
    .option("--on <day>", "the rule in force on that day; else the latest")
    .addOption(asJson());
  explain.action(async (id: string, options) => done(await (await import("./rules.ts")).explain(id, options)));

  add(root, "history <CODE>", "every edition of a code: from when to when, what changed")
    .addOption(asJson())
    .action(async (id: string, options) => done(await (await import("./rules.ts")).history(id, options)));

  add(root, "compare <CODE> <OTHER>", "two codes side by side")
    .option("--on <day>", "the rules in force on that day; else the latest")
    .addOption(asJson())
    .action(async (a: string, b: string, options) => done(await (await import("./rules.ts")).compare(a, b, options)));

  add(root, "cite <WORDS...>", "where is it written? rules, contested points, beliefs, policies, sources")
    .option("--on <day>", "what has dates must hold on that day")
    .option("--payer <payer>", "only what that payer wrote")
    .option("--code <code>", "only what speaks of that code")
    .addOption(new Option("--tier <tier>", "only what rests on such a source").choices(TIERS))
    .addOption(asJson())
    .action(async (words: string[], options) => done(await (await import("./rules.ts")).cite(words, options)));

  add(root, "policy", "what a payer requires; without a payer, the payers known")
    .option("--payer <payer>", "who pays: medicare, aetna, workers-comp, ...")
    .option("--state <letters>", "state of the service, as in FL")
    .option("--county <county>", "county of the service, in parts of Virginia")
    .option("--on <day>", "the texts in force on that day; else the latest")
    .option("--code <code>", "only what bears on this code")
    .option("--rulebook <folder>", "policies of your own, beside those of the rulebook")
    .addOption(asJson())
    .action(async (options) => done(await (await import("./policy.ts")).policy(options)));
  addDocuments(root);

  const rulebook = add(root, "rulebook", "for the people who keep the rules");
  add(rulebook, "check [FOLDER]", "is the book sound, and do its worked examples hold?")
    .addOption(asJson())
    .action(async (folder: string | undefined, options) =>
      done(await (await import("./check.ts")).check(folder, options)),
    );
  add(rulebook, "verify [FOLDER]", "do the texts at hand hold what citations rest on?")
    .requiredOption(
      "--texts <folder>",
      "where the texts of sources lie, each named by its source's id or as facts/texts.yaml says",
    )
    .option("--record", "write what was found to verified.yaml")
    .addOption(asJson())
    .action(async (folder: string | undefined, options) =>
      done(await (await import("./verify.ts")).verify(folder, options)),
    );
  add(rulebook, "stats [FOLDER]", "what the book holds, and what it rests on")
    .addOption(asJson())
    .action(async (folder: string | undefined, options) =>
      done(await (await import("./stats.ts")).stats(folder, options)),
    );
  add(rulebook, "diff <OLD> <NEW>", "what changed between two rulebooks (folders or compiled), and in which answers")
    .option("--corpus <path>", "notes (.txt) and encounters (.jsonl, .json) to answer with both")
    .addOption(asJson())
    .action(async (old: string, fresh: string, options) =>
      done(await (await import("./diff.ts")).diff(old, fresh, options)),
    );
  const importing = add(
    rulebook,
    "import <KIND> <FILE...>",
    "official files as downloaded: ncci, mue, rvu, icd10, hcpcs, mcd, cpt",
  )
    .option("--rulebook <folder>", "the rulebook to write to; else this one")
    .option("--into <folder>", "cpt: your own folder, outside the project; else ~/.needlepoint")
    .option("--edition <edition>", "where the file's name does not say it: 2026Q1, 2026C, FY2027, 2026-10")
    .addOption(asJson());
  importing.action(async (kind: string, files: string[], options) => {
    const known = ["ncci", "mue", "rvu", "icd10", "hcpcs", "mcd", "cpt"] as const;
    const found = known.find((k) => k === kind);
    if (found === undefined) misuse(importing, `KIND is one of ${known.join(", ")}`);
    else done(await (await import("./import.ts")).importOfficial(found, files, options));
  });

  add(root, "replay <FILE> [INPUT]", "does a recorded answer still hold, byte for byte?")
    .option("--date <day>", "as it was given when the answer was made")
    .option("--payer <payer>", "as it was given")
    .option("--state <letters>", "as it was given")
    .option("--county <county>", "as it was given")
    .option("--history <file>", "as it was given")
    .option("--rulebook <folder>", "as it was given")
    .option("--convention <id=position>", "as it was given", collect)
    .addOption(asJson())
    .action(async (file: string, input: string | undefined, options) =>
      done(await (await import("./replay.ts")).replay(file, input, options)),
    );

  const serve = add(root, "serve", "the page: everything in one screen, on this machine").option(
    "--port <number>",
    "port to listen on; 0 takes any that is free (default: 20552)",
  );
  serve.action(async ({ port }: { port?: string }) => {
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
      misuse(serve, "--port is a number, 0 to 65535");
    done(await (await import("./serve.ts")).serve(port === undefined ? {} : { port: Number(port) }));
  });

  return root;
}

function add(parent: Command, usage: string, description: string): Command {
  return parent.command(usage).description(description).exitOverride();
}

/** Standard input when something is piped in; a person at a terminal is told what is missing. */
function piped(command: Command): string[] {
  if (process.stdin.isTTY) misuse(command, "name a FILE, or pipe a note in");
  return ["-"];
}
