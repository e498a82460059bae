/** What was given where: the classes of substances of each line, paragraph, section and of the note, gathered once. */
import type { AgentClass } from "../../rulebook/types.ts";
import type { SubstanceFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";

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

/** Which stretch of the note a segment lies in, by number. */
type Place = (seg: Segment) => number;

/**
 * The classes given in the stretch that was asked for last. Segments of one stretch follow each other and are asked in
 * the order of the note, so each stretch is added up once.
 */
class Stretch {
  private readonly segments: readonly Segment[];
  private readonly own: readonly number[];
  private readonly place: Place;
  private key = -1;
  private bits = 0;

  constructor(segments: readonly Segment[], own: readonly number[], place: Place) {
    this.segments = segments;
    this.own = own;
    this.place = place;
  }

  /** Bits of the stretch that segment `no` lies in. */
  at(no: number): number {
    const { segments, own, place } = this;
    const key = place(segments[no] as Segment);
    if (key === this.key) return this.bits;
    let bits = own[no] as number;
    for (let i = no - 1; i >= 0 && place(segments[i] as Segment) === key; i--) bits |= own[i] as number;
    for (let i = no + 1; i < own.length && place(segments[i] as Segment) === key; i++) bits |= own[i] as number;
    this.key = key;
    this.bits = bits;
    return bits;
  }
}

/** The classes of substances given, by how near they stand. Asked in the order of the note. */
export class Given {
  /** Bits of each segment. */
  private readonly own: readonly number[];
  private readonly line: Stretch;
  private readonly paragraph: Stretch;
  private readonly passage: Stretch;
  private readonly section: Stretch;
  private readonly note: number;

  /** `substances` of each segment, in the order of the segments. */
  constructor(segments: readonly Segment[], substances: readonly (readonly SubstanceFact[])[]) {
    let note = 0;
    const own = substances.map((list) => {
      let bits = 0;
      for (const s of list) if (s.status === "given") bits |= BIT[s.agent];
      note |= bits;
      return bits;
    });
    this.own = own;
    this.note = note;
    this.line = new Stretch(segments, own, lineOf);
    this.paragraph = new Stretch(segments, own, paragraphOf);
    this.passage = new Stretch(segments, own, passageOf);
    this.section = new Stretch(segments, own, sectionOf);
  }

  /** Is anything given at all, contrast apart? */
  get drugs(): boolean {
    return drugs(this.note) !== 0;
  }

  /** Is anything given in the paragraph of segment `no`? */
  inParagraph(no: number): boolean {
    return this.note !== 0 && this.paragraph.at(no) !== 0;
  }

  /** Is anything given in the section of segment `no`? */
  inSection(no: number): boolean {
    return this.note !== 0 && this.section.at(no) !== 0;
  }

  /** A local anaesthetic in the same paragraph: the muscle is the target, not the route of a drug. */
  localIn(no: number): boolean {
    return (this.note & BIT.anaesthetic) !== 0 && (this.paragraph.at(no) & BIT.anaesthetic) !== 0;
  }

  /** Is one of these classes given in segment `no` itself? */
  inSentence(no: number, ...agents: readonly AgentClass[]): boolean {
    return agents.some((agent) => ((this.own[no] as number) & BIT[agent]) !== 0);
  }

  /** Is one of these classes given anywhere? */
  anywhere(...agents: readonly AgentClass[]): boolean {
    return agents.some((agent) => (this.note & BIT[agent]) !== 0);
  }

  /** What was put into a structure of segment `no`: the substances of its own line, else of its paragraph, its section, the note. */
  for(no: number): readonly AgentClass[] {
    if (drugs(this.note) === 0) return NONE;
    const bits =
      drugs(this.own[no] as number) ||
      drugs(this.line.at(no)) ||
      drugs(this.passage.at(no)) ||
      drugs(this.section.at(no)) ||
      drugs(this.note);
    // "Reconstituted with 4 mL saline": where the note gives a toxin, saline alone has only thinned it.
    return listOf(bits === BIT.saline && (this.note & BIT.toxin) !== 0 ? BIT.toxin : bits);
  }
}

const lineOf: Place = (seg) => seg.line;
const paragraphOf: Place = (seg) => seg.paragraph;
const sectionOf: Place = (seg) => seg.sectionNo;
/** A paragraph as far as it belongs to one section. */
const passageOf: Place = (seg) => seg.paragraph * 4_194_304 + seg.sectionNo;

const NONE: readonly AgentClass[] = Object.freeze([]);

/** The list that stands for a set of classes, made once. */
const LISTS = new Map<number, readonly AgentClass[]>();

function listOf(bits: number): readonly AgentClass[] {
  let list = LISTS.get(bits);
  if (list === undefined) {
    list = Object.freeze(CLASSES.filter((agent) => (bits & BIT[agent]) !== 0));
    LISTS.set(bits, list);
  }
  return list;
}

function drugs(bits: number): number {
  return bits & ~BIT.contrast;
}
