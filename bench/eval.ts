/**
 * `npm run eval`: the answers against labelled notes and cases, by family and by attribute, always with counts.
 *   --family NAME  --set written|real|cases|own   only these
 *   --verbose ID    one note, its mentions side by side with the labels
 *   --mtsamples     every unlabelled transcription: faults, times, and whatever codes or asks something
 *   --disguise      the labelled notes in other clothes (upper case, wrapped, ...): the answers must stay
 *   --damage SEED   the same with damage by chance: no answer may be higher than the label
 *   --summary       no list of misses       --json  everything as JSON
 *   --record [--date YYYY-MM-DD]   adds a line to bench/eval/history.jsonl
 *   --corpus DIR    where the labelled sets beside our own are (../shared/corpus)
 */
import { parseArgs } from "node:util";
import { labelled, transcriptions, type Sample } from "./eval/corpus.ts";
import { damaged, disguised } from "./eval/worn.ts";
import { loadEngine, type Engine } from "./eval/engine.ts";
import { dateOf, record } from "./eval/history.ts";
import { LEGEND, report } from "./eval/report.ts";
import { score } from "./eval/score.ts";
import { ownNotes } from "./eval/own.ts";
import { attributes, groupBy, summarise } from "./eval/summary.ts";
import { printCoded, printRobustness, robustness } from "./eval/transcriptions.ts";
import { verbose } from "./eval/verbose.ts";

const HISTORY = "bench/eval/history.jsonl";
const OWN = "bench/corpus";

const { values: ask } = parseArgs({
  options: {
    corpus: { type: "string", default: "../shared/corpus" },
    family: { type: "string" },
    set: { type: "string" },
    verbose: { type: "string" },
    mtsamples: { type: "boolean", default: false },
    disguise: { type: "boolean", default: false },
    damage: { type: "string" },
    summary: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    date: { type: "string" },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function main(): number {
  const shared = labelled(ask.corpus);
  if (shared === null)
    say(`No labelled notes at ${ask.corpus}: only our own are scored. --corpus DIR names another place.\n`);
  const all = [...(shared ?? []), ...ownNotes(OWN).map((n) => n.sample)];
  const engine = loadEngine(process.cwd());
  if (ask.verbose !== undefined) return show(engine, all, ask.verbose);
  if (ask.mtsamples) return overTranscriptions(engine);
  const chosen = all.filter((s) => (ask.family ?? s.family) === s.family && (ask.set ?? s.set) === s.set);
  if (ask.disguise) {
    say(disguised(engine, chosen));
    return 0;
  }
  if (ask.damage !== undefined) {
    say(damaged(engine, chosen, Number(ask.damage), !ask.summary));
    return 0;
  }
  const scored = chosen.map((s) => score(engine, s));
  if (ask.json) {
    const sets = Object.fromEntries(
      [...groupBy(scored, (s) => [s.sample.set])].map(([set, list]) => [
        set,
        {
          ...summarise(list),
          families: Object.fromEntries([...groupBy(list, (s) => [s.sample.family])].map(([f, l]) => [f, summarise(l)])),
          attributes: attributes(list),
          samples: list.map((s) => ({ id: s.sample.id, verdict: s.verdict, differences: s.differences })),
        },
      ]),
    );
    say(JSON.stringify({ rulebook: engine.book.hash, sets }, null, 1));
  } else say(`${report(scored, !ask.summary)}\n\n${LEGEND}`);
  if (!ask.record) return 0;
  const date = dateOf(ask.date);
  if (date === null) {
    process.stderr.write("--record needs --date YYYY-MM-DD, or a git commit to take the date from.\n");
    return 2;
  }
  const wild = transcriptions(ask.corpus);
  const r = wild === null ? null : robustness(engine, wild);
  record(
    HISTORY,
    date,
    engine.book.hash,
    scored,
    r === null ? {} : { transcriptions: { notes: r.notes, faults: r.faults.length, ...r.status } },
  );
  say(`recorded in ${HISTORY} under ${date}`);
  return 0;
}

function show(engine: Engine, all: readonly Sample[], id: string): number {
  const sample =
    all.find((s) => s.id === id) ??
    transcriptions(ask.corpus)
      ?.filter((t) => t.id === id)
      .map(unlabelled)[0];
  if (sample === undefined) {
    process.stderr.write(`No note ${id} in ${ask.corpus}.\n`);
    return 1;
  }
  say(verbose(score(engine, sample)));
  return 0;
}

/** A transcription as a sample whose only claim is that nothing is coded. */
const unlabelled = (t: { id: string; note: string; specialty: string; title: string }): Sample => ({
  set: "real",
  id: t.id,
  family: "unlabelled",
  voice: t.specialty,
  tags: [t.title],
  dateOfService: null,
  payer: null,
  note: t.note,
  answers: [{ status: "none", codes: [], companions: null, elsewhere: null }],
  why: "unlabelled",
  contested: false,
  modifiersLabelled: false,
  mentions: null,
  drugs: null,
  guidance: undefined,
  counts: undefined,
});

function overTranscriptions(engine: Engine): number {
  const all = transcriptions(ask.corpus);
  if (all === null) {
    say(`No transcriptions at ${ask.corpus}.`);
    return 0;
  }
  const r = robustness(engine, all);
  say(ask.summary ? printRobustness(r) : `${printRobustness(r)}\n\n${printCoded(r)}`);
  return r.faults.length === 0 ? 0 : 1;
}

process.exitCode = main();
