/** Puts every labelled sample to the engine and keeps what came back beside the labels. */
import type { Determination } from "../../src/coding/determination.ts";
import { tallyCounts, tallyGuidance, tallySubstances, type Difference } from "./attributes.ts";
import { judge, totals, overlap, type Verdict } from "./compare.ts";
import type { Sample } from "./corpus.ts";
import type { Engine } from "./engine.ts";
import { pairUp, tallyMentions, type Pair } from "./mentions.ts";
import { Tallies } from "./tally.ts";

export interface Scored {
  readonly sample: Sample;
  readonly answer: Determination;
  readonly verdict: Verdict;
  readonly pairs: readonly Pair[];
  readonly differences: readonly Difference[];
  /** One tally an attribute, this sample only. */
  readonly attributes: Tallies;
}

export function encounterOf(sample: Sample, note = sample.note): Parameters<Engine["determine"]>[0] {
  return {
    id: sample.id,
    note,
    ...(sample.dateOfService === null ? {} : { dateOfService: sample.dateOfService }),
    ...(sample.payer === null ? {} : { payer: sample.payer }),
  };
}

export function score(engine: Engine, sample: Sample): Scored {
  const answer = engine.determine(encounterOf(sample));
  const verdict = judge(sample, answer);
  const attributes = new Tallies();
  const differences: Difference[] = [];
  const pairs = sample.mentions === null ? [] : pairUp(sample.mentions, answer.facts);
  if (sample.mentions !== null) tallyMentions(pairs, attributes);
  differences.push(...tallyCounts(sample, answer.counts, attributes));
  if (sample.drugs !== null) differences.push(...tallySubstances(sample.drugs, answer.facts, attributes));
  if (sample.guidance !== undefined) differences.push(...tallyGuidance(sample.guidance, answer.facts, attributes));
  tallyCodes(verdict, attributes);
  return { sample, answer, verdict, pairs, differences, attributes };
}

/** Final codes by unit, companions by unit, and whether a question was due. */
function tallyCodes(v: Verdict, into: Tallies): void {
  into.of("final code").add(...v.units);
  if (v.want.companions !== null) {
    const split = (imaging: boolean): [number, number, number] => {
      const of = (ls: typeof v.got.companions): typeof ls => ls.filter((l) => l.code.startsWith("J") !== imaging);
      return overlapKeys(of(v.got.companions), of(v.want.companions ?? []));
    };
    into.of("guidance code").add(...split(true));
    into.of("drug code and units").add(...split(false));
  }
  const asked = v.got.status === "query";
  into.of("query").add(Number(asked && !v.needlessQuery), Number(v.needlessQuery), Number(v.missedQuery));
}

/** Companion lines: right only when the units are too; a line counts once, whatever its units. */
function overlapKeys(got: Parameters<typeof totals>[0], want: Parameters<typeof totals>[0]): [number, number, number] {
  const keyed = (ls: typeof got): Map<string, number> =>
    new Map([...totals(ls)].map(([code, n]) => [`${code}x${n}`, 1]));
  return overlap(keyed(got), keyed(want));
}
