/** The command line as a user meets it: its start against bare node, and a million encounters through a pipe. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { spread, type Section } from "./measure.ts";
import { madeNotes } from "./notes.ts";

const COMMAND = "./needlepoint";
const absent = (title: string): Section => ({ title, about: "Left out: ./needlepoint is not there yet.", rows: [] });

function wall(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr.slice(0, 200)}`);
  return performance.now() - start;
}

export async function startSection(_: unknown, quick: boolean): Promise<Section> {
  const title = "Start of the command";
  if (!existsSync(COMMAND)) return absent(title);
  const ask = ["code", "examples/three-muscles.txt"];
  wall(COMMAND, ask); // sets itself up if it must
  const bare: number[] = [];
  const own: number[] = [];
  // Turn about, so that a busy moment of the machine hits both.
  for (let i = 0; i < (quick ? 8 : 30); i++) {
    bare.push(wall("node", ["-e", "0"]));
    own.push(wall(COMMAND, ask));
  }
  return {
    title,
    about: "Whole processes, run turn about. `node -e 0` is the floor.",
    rows: [
      spread("node -e 0", "ms", bare),
      spread("./needlepoint code", "ms", own),
      spread(
        "time for time",
        "x",
        own.map((ms, i) => ms / (bare[i] as number)),
      ),
    ],
  };
}

/** Peak resident memory of a process and its children so far, in MB; 0 where /proc is not. */
function peakRss(pid: number): number {
  const read = (path: string): string => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return "";
    }
  };
  const own = Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean);
  return Math.max(own, ...children.map((c) => peakRss(Number(c))));
}

export async function streamSection(_: unknown, quick: boolean): Promise<Section> {
  const title = "Encounters through a pipe";
  if (!existsSync(COMMAND)) return absent(title);
  const total = quick ? 20_000 : 1_000_000;
  const notes = madeNotes(1000).map((note) => JSON.stringify(note));
  const child = spawn(COMMAND, ["code", "--jsonl"], { stdio: ["pipe", "pipe", "ignore"] });
  let lines = 0;
  let bytes = 0;
  let peak = 0;
  const marks: { lines: number; ms: number; rss: number }[] = [];
  const start = performance.now();
  child.stdout.on("data", (part: Buffer) => {
    bytes += part.length;
    for (let i = part.indexOf(10); i >= 0; i = part.indexOf(10, i + 1)) lines++;
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, child.pid === undefined ? 0 : peakRss(child.pid));
    marks.push({ lines, ms: performance.now() - start, rss: peak });
  }, 250);
  const done = new Promise<number | null>((ok) => child.on("close", ok));
  child.stdin.on("error", () => {}); // a child that ends early shows in its exit code
  for (let i = 0; i < total; i += 100) {
    let part = "";
    for (let k = i; k < Math.min(i + 100, total); k++) part += `{"id":"${k}","note":${notes[k % notes.length]}}\n`;
    if (child.exitCode !== null) break;
    if (!child.stdin.write(part)) await Promise.race([once(child.stdin, "drain"), done]);
  }
  child.stdin.end();
  const status = await done;
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  const rss = marks.map((m) => m.rss).filter((m) => m > 0);
  const early = marks.find((m) => m.lines >= total / 10)?.rss ?? 0;
  return {
    title,
    about: `${total.toLocaleString("en-US")} encounters made on the fly into \`./needlepoint code --jsonl\`; both ends of the pipe on this machine. Exit ${status}, ${lines.toLocaleString("en-US")} answers, ${(bytes / 1e9).toFixed(2)} GB.`,
    rows: [
      spread("throughput", "encounters/s", [lines / seconds]),
      spread("peak resident memory", "MB", rss.length > 0 ? [rss.at(-1) as number] : [], {
        note: `${early.toFixed(0)} MB after the first tenth`,
      }),
    ],
  };
}
