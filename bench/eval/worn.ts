/** The labelled notes in other clothes and damaged: which answers stay, and which claim more than the whole note supports. */
import { judge, printLines, type Verdict } from "./compare.ts";
import type { Sample } from "./corpus.ts";
import { prng } from "../speed/notes.ts";
import { DAMAGES } from "./damage.ts";
import { DISGUISES } from "./disguise.ts";
import type { Engine } from "./engine.ts";
import { table } from "./report.ts";
import { encounterOf } from "./score.ts";
import { percent } from "./tally.ts";

/** How many answers each disguise leaves as they were, and as the labels want them. */
export function disguised(engine: Engine, samples: readonly Sample[]): string {
  const plain = samples.map((s) => judge(s, engine.determine(encounterOf(s))));
  const rows = DISGUISES.map(({ name, wear }) => row(name, samples, plain, worn(engine, samples, wear)));
  return table(["disguise", "exact", "%", "over", "lost"], [row("none", samples, plain, plain), ...rows]);
}

/** The same under seeded damage. With `listed` every over-coded answer follows, with the text it was given for. */
export function damaged(engine: Engine, samples: readonly Sample[], seed: number, listed: boolean): string {
  const plain = samples.map((s) => judge(s, engine.determine(encounterOf(s))));
  const over: string[] = [];
  let all = 0;
  const rows = DAMAGES.map(({ name, wear }, kind) => {
    const texts = samples.map((s, i) => wear(s.note, prng(((seed * 1009 + kind) * 10007 + i) >>> 0)));
    const verdicts = samples.map((s, i) => judge(s, engine.determine(encounterOf(s, texts[i] as string))));
    verdicts.forEach((v, i) => {
      if (!v.overCoded) return;
      all++;
      over.push(`== ${name}: ${samples[i]?.id}, got ${v.got.status} ${printLines(v.got.codes)}\n${texts[i]}`);
    });
    return row(name, samples, plain, verdicts);
  });
  const counts = `over-coded ${all} of ${DAMAGES.length * samples.length}`;
  const head = table(["damage", "exact", "%", "over", "lost"], [row("none", samples, plain, plain), ...rows]);
  return [head, counts, ...(listed ? over : [])].join("\n\n");
}

const worn = (engine: Engine, samples: readonly Sample[], wear: (note: string) => string): Verdict[] =>
  samples.map((s) => judge(s, engine.determine(encounterOf(s, wear(s.note)))));

function row(
  name: string,
  samples: readonly Sample[],
  plain: readonly Verdict[],
  now: readonly Verdict[],
): (string | number)[] {
  const exact = now.filter((v) => v.exact).length;
  const lost = samples.filter((_, i) => plain[i]?.exact === true && now[i]?.exact === false);
  return [
    name,
    `${exact}/${samples.length}`,
    percent(exact / samples.length),
    now.filter((v) => v.overCoded).length,
    lost
      .map((s) => s.id)
      .join(" ")
      .slice(0, 90),
  ];
}
