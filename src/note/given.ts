/** What was given where: the classes of substances of each line, paragraph, section and of the note, gathered once. */
import type { AgentClass } from "../rulebook/types.ts";
import type { SubstanceFact } from "./facts.ts";
import type { Segment } from "./layout.ts";

/** One bit a class, so that classes are joined by `|`. In the order in which a fact lists them. */
const BIT: Readonly<Record<AgentClass, number>> = {
  anaesthetic: 1,
  collagenase: 2,
  contrast: 4,
  hyaluronan: 8,
  neurolytic: 16,
  none: 32,
  nsaid: 64,
  other: 128,
  ozone: 256,
  proliferant: 512,
  prp: 1024,
  saline: 2048,
  sarapin: 4096,
  steroid: 8192,
  toxin: 16_384,
  vitamin: 32_768,
};
const CLASSES = Object.keys(BIT) as AgentClass[];

/** What was given in a note, asked by line, paragraph, passage or section: classes of drugs, in the order of `CLASSES`. */
export class Given {
  private readonly segment = new Map<number, number>();
  private readonly line = new Map<number, number>();
  private readonly paragraph = new Map<number, number>();
  private readonly passage = new Map<number, number>();
  private readonly section = new Map<number, number>();
  private note = 0;
  private readonly lists = new Map<number, readonly AgentClass[]>();

  /** `substances` of each segment, in the order of the segments. */
  constructor(segments: readonly Segment[], substances: readonly (readonly SubstanceFact[])[]) {
    substances.forEach((list, no) => {
      let bits = 0;
      for (const s of list) if (s.status === "given") bits |= BIT[s.agent];
      if (bits === 0) return;
      const seg = segments[no] as Segment;
      add(this.segment, no, bits);
      add(this.line, seg.line, bits);
      add(this.paragraph, seg.paragraph, bits);
      add(this.passage, passageOf(seg), bits);
      add(this.section, seg.sectionNo, bits);
      this.note |= bits;
    });
  }

  /** Is anything given at all, contrast apart? */
  get drugs(): boolean {
    return drugs(this.note) !== 0;
  }

  /** Is anything given in the paragraph? */
  inParagraph(paragraph: number): boolean {
    return this.paragraph.has(paragraph);
  }

  /** A local anaesthetic in the same paragraph: the muscle is the target, not the route of a drug. */
  localIn(paragraph: number): boolean {
    return ((this.paragraph.get(paragraph) ?? 0) & BIT.anaesthetic) !== 0;
  }

  /** Is one of these classes given anywhere? */
  anywhere(...agents: readonly AgentClass[]): boolean {
    return agents.some((agent) => (this.note & BIT[agent]) !== 0);
  }

  /** What was put into a structure of that segment: the substances of its own line, else of its paragraph, its section, the note. */
  for(no: number, seg: Segment): readonly AgentClass[] {
    return this.list(
      drugs(this.segment.get(no)) ||
        drugs(this.line.get(seg.line)) ||
        drugs(this.passage.get(passageOf(seg))) ||
        drugs(this.section.get(seg.sectionNo)) ||
        drugs(this.note),
    );
  }

  private list(bits: number): readonly AgentClass[] {
    let list = this.lists.get(bits);
    if (list === undefined) {
      list = Object.freeze(CLASSES.filter((agent) => (bits & BIT[agent]) !== 0));
      this.lists.set(bits, list);
    }
    return list;
  }
}

function drugs(bits = 0): number {
  return bits & ~BIT.contrast;
}

/** A paragraph as far as it belongs to one section. */
function passageOf(seg: Segment): number {
  return seg.paragraph * 4_194_304 + seg.sectionNo;
}

function add(map: Map<number, number>, key: number, bits: number): void {
  map.set(key, (map.get(key) ?? 0) | bits);
}
