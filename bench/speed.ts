/**
 * `npm run bench`: how fast, on this machine, beside the peers and the floors. Ratios travel between machines, figures do not.
 *   --peers          installs the libraries to compare with (untracked, bench/.peers), then goes on
 *   --only NAME      one section: reader latency decide dictionary hostile edits start stream page
 *   --quick          a smaller load, for a first look
 *   --date YYYY-MM-DD  writes bench/RESULTS.md under that date
 * Each section runs in a process of its own, so that one does not warm or spoil the machine code of another.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isDate } from "../src/base/dates.ts";
import { loadEngine, type Engine } from "./eval/engine.ts";
import { startSection, streamSection } from "./speed/command.ts";
import { decideSection } from "./speed/decide.ts";
import { editsSection } from "./speed/edits.ts";
import type { Section } from "./speed/measure.ts";
import { pageSection } from "./speed/page.ts";
import { installPeers } from "./speed/peers.ts";
import { latencySection, readerSection } from "./speed/reader.ts";
import { machine, markdown } from "./speed/results.ts";
import { dictionarySection, hostileSection } from "./speed/scale.ts";

const SECTIONS: Readonly<Record<string, (load: () => Engine, quick: boolean) => Promise<Section>>> = {
  reader: (load, quick) => readerSection(load(), quick),
  latency: (load, quick) => latencySection(load(), quick),
  decide: (load, quick) => decideSection(load(), quick),
  dictionary: (load, quick) => dictionarySection(load(), quick),
  hostile: (load, quick) => hostileSection(load(), quick),
  edits: (_, quick) => editsSection(quick),
  start: startSection,
  stream: streamSection,
  page: (_, quick) => pageSection(quick),
};

const { values: ask } = parseArgs({
  options: {
    peers: { type: "boolean", default: false },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    date: { type: "string" },
    section: { type: "string" }, // one section as JSON: what the parent asks its children for
  },
});

async function main(): Promise<number> {
  if (ask.section !== undefined) {
    const run = SECTIONS[ask.section];
    if (run === undefined) return 2;
    process.stdout.write(JSON.stringify(await run(() => loadEngine(process.cwd()), ask.quick)));
    return 0;
  }
  if (ask.only !== undefined && !(ask.only in SECTIONS)) {
    process.stderr.write(`--only takes one of: ${Object.keys(SECTIONS).join(", ")}.\n`);
    return 2;
  }
  if (ask.date !== undefined && !isDate(ask.date)) {
    process.stderr.write(`--date takes a day of the calendar as YYYY-MM-DD, not ${ask.date}.\n`);
    return 2;
  }
  if (ask.peers) {
    const failed = installPeers(process.cwd());
    if (failed) process.stderr.write(`The peers could not be installed; their rows are left out.\n${failed}\n`);
  }
  process.stdout.write(`${machine()}\n`);
  const sections: Section[] = [];
  let failed = 0;
  for (const name of Object.keys(SECTIONS)) {
    if (ask.only !== undefined && ask.only !== name) continue;
    const child = spawnSync(
      process.execPath,
      ["--expose-gc", process.argv[1] as string, "--section", name, ...(ask.quick ? ["--quick"] : [])],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
        maxBuffer: 1 << 26,
      },
    );
    if (child.status !== 0) {
      failed++;
      process.stderr.write(`section ${name} failed\n`);
      continue;
    }
    const section = JSON.parse(child.stdout) as Section;
    sections.push(section);
    process.stdout.write(`\n${markdown([section])}\n`);
  }
  if (ask.date !== undefined && ask.only === undefined && !ask.quick && failed === 0) {
    const head = [
      "# Speed",
      "",
      `${ask.date}, ${machine()}. Made by \`npm run bench -- --peers --date ${ask.date}\`.`,
      'Figures hold for this machine; compare ratios. Each section ran in a process of its own; "compared" is median to median.',
    ].join("\n");
    writeFileSync("bench/RESULTS.md", `${head}\n\n${markdown(sections)}\n`);
    process.stdout.write("\nwritten to bench/RESULTS.md\n");
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
