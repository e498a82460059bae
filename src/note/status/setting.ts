/** What surrounds a segment and weighs on the structures in it: lead lines, ticks, tables, the kind of procedure. */
import type { SubstanceFact } from "../facts.ts";
import { hasWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { Ground } from "./ground.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, holds, isOneOf, saysAny, some } from "../page/page.ts";
import { isName } from "../lexicon/scan.ts";
import { TODAY } from "../text/small-words.ts";
import { acts, actsOf, headedByNeedling, needleIn, type SectionSigns } from "./signs.ts";
import { OLD_MONTH, SERIES, yearIn } from "./line-shape.ts";
import { SAYS } from "../lexicon/says.ts";
import type { Handed } from "./above.ts";

/** Sections that tell of no act of today, whatever they name. */
const UNDONE = new Set(["history", "copied", "consent", "indication"]);
/** Sections in which a box may be ticked for anything. */
const FINDS = new Set(["exam", "history", "assessment", "indication", "plan"]);
/** What is put into a muscle for the whole body, where nothing says otherwise. */
const SYSTEMIC = new Set<SubstanceFact["agent"]>(["vitamin", "nsaid", "other"]);
/** Tokens from a structure to the drug that went into it, at most. */
const BESIDE = 8;
/** Tokens in a title at most. */
const TITLE = 16;

/** What surrounds one segment. Each thing is looked up when it is asked for: most are not asked of most segments. */
export class Setting {
  readonly handed: Handed;
  private readonly of: Ground;
  private readonly no: number;
  private readonly seg: Segment;
  readonly section: SectionSigns;
  private readonly fluids: readonly SubstanceFact[];
  // What takes a look at the whole segment is kept: a list in it may ask again.
  private old: boolean | undefined;
  private gel: boolean | undefined;
  private operation: boolean | undefined;
  private points: boolean | undefined;
  private needle: boolean | undefined;
  private told: number | undefined;

  constructor(of: Ground, no: number, handed: Handed) {
    this.of = of;
    this.no = no;
    this.handed = handed;
    this.seg = of.p.segments[no] as Segment;
    this.section = of.signs.sections[this.seg.sectionNo] as SectionSigns;
    this.fluids = of.substances[no] as readonly SubstanceFact[];
  }

  /** Only drugs for the whole body are named in this sentence, and no trigger point anywhere: a muscle is their way in. */
  get systemic(): boolean {
    return (
      this.fluids.length > 0 &&
      this.fluids.every((x) => SYSTEMIC.has(x.agent)) &&
      !this.of.says.has("trigger-point") &&
      !this.of.given.localIn(this.no)
    );
  }

  /** The section names an injection and shows that it was done. */
  get doneHere(): boolean {
    const { seg, section: s } = this;
    const { note, shorthand, says } = this.of;
    if (shorthand && seg.section !== "plan" && !UNDONE.has(seg.section)) return !says.has("not-performed");
    if ((says.get("not-performed") ?? 0) > 0) return false;
    if (seg.section === "procedure" || seg.section === "addendum") return true;
    if (UNDONE.has(seg.section)) return false;
    // "Today: DN to L UT, L infraspinatus".
    if (seg.labelEnd > seg.from && isOneOf(this.of.p, seg.from, TODAY)) return true;
    // Therapists write what they needled under "objective", after the act itself.
    if (seg.section === "exam" && s.needling > 0 && s.done > 0 && headedByNeedling(this.of.p, seg)) return true;
    if (seg.section === "none" && seg.first && seg.to - seg.from <= TITLE && seg.paragraph <= 2)
      return note.injected > 0 || note.done >= 2;
    // "Options: PT, local anesthetic, nerve block" names things to be given, and tells of none.
    if (seg.section === "plan" && s.done + s.injected + s.needled === 0 && !this.of.given.inSection(this.no))
      return false;
    // In a section that is not headed as a procedure, at least two signs show that the act was done.
    return (
      s.done + s.substances >= 2 && (s.substances > 0 || s.done >= 2) && (seg.section === "none" || s.substances > 0)
    );
  }

  /** The section tells of a deed that is not one entry's own in a list. */
  get toldForAll(): boolean {
    return this.of.toldForAll(this.seg.sectionNo);
  }

  get injectsHere(): boolean {
    return acts(this.section) + acts(this.of.note) + this.section.block > 0;
  }

  /** A tick tells of what was done; in an examination, a history or a plan only beside an act: else it is a finding, or a wish. */
  get ticksTell(): boolean {
    const { seg, section: s, handed } = this;
    if (!FINDS.has(seg.section)) return this.injectsHere;
    if (handed.carry === null && !holds(this.of.p, this.no, MEANS.act)) return false;
    return seg.section !== "plan" || s.done + s.injected + s.needled > 0 || this.of.given.inSection(this.no);
  }

  /** Nothing but blocks is named: they treat nerves, not the muscle or joint of the operation they are for. */
  get onlyBlocks(): boolean {
    return acts(this.section) + acts(this.of.note) === 0;
  }

  get needles(): boolean {
    // "R neck: TPI upper trap, 1.5 mL lidocaine" beside a calf that was only needled.
    if (this.of.needles) return !(this.localDosed && this.names(SAYS.injection));
    return this.of.note.needling > 0 && this.onlyNeedles;
  }

  /** What was done to the structures treated here. */
  get done(): "injected" | "needled" {
    return this.needles ? "needled" : "injected";
  }

  /** "Filament needles to soleus x2, no medication": this sentence names needling, no injection and nothing put in. */
  private get onlyNeedles(): boolean {
    const dry = this.fluids.every((x) => x.status !== "given" || x.agent === "none");
    return dry && this.names(SAYS.needling) && !this.names(SAYS.injection) && !this.names(SAYS.injected);
  }

  /** Does the sentence hold a word that gives this act (a bit of `SAYS`)? */
  private names(act: number): boolean {
    return ((this.told ??= actsOf(this.of.p, this.no)) & act) !== 0;
  }

  get blocks(): boolean {
    return this.section.block > 0 && this.section.block >= this.section.injection;
  }

  get notPerformed(): boolean {
    return this.of.notPerformed;
  }

  /** A date in the sentence that is not the day of service. */
  get pastDate(): boolean {
    return this.of.past.has(this.no);
  }

  /** Something was injected, needled or given, wherever the note says so. */
  get tellsOfDoing(): boolean {
    return this.of.note.injected + this.of.note.needled > 0 || this.of.given.drugs;
  }

  /** Words that make every "intramuscular" the target, not the route. */
  get muscleNote(): boolean {
    if (this.section.needled + this.section.needling > 0) return true;
    // "Toradol 60 mg IM in the left gluteus": its own drug says more than another sentence's lidocaine.
    const own = this.fluids.length === 0 || this.fluids.some((x) => x.agent === "anaesthetic");
    return own && this.of.given.localIn(this.no);
  }

  /** All that the note names is recommended, and nothing is said to have been put in. */
  get onlyWished(): boolean {
    const { note, given } = this.of;
    return note.wished > 0 && note.wished === acts(note) && !given.drugs;
  }

  /** The note tells of an operation. */
  get surgical(): boolean {
    return this.of.surgical;
  }

  /** "A suture was placed around the tendon": this sentence does. */
  get operates(): boolean {
    return (this.operation ??= some(
      this.of.p,
      this.no,
      MEANS.statement,
      ({ statement }) => statement?.gives === "surgery" || statement?.gives === "operation",
    ));
  }

  /** A substance with an amount is given in this very line. */
  get dosedHere(): boolean {
    return this.fluids.some(isDosed);
  }

  /** The same of a local anaesthetic: not a drug that is merely put into a muscle. */
  get localDosed(): boolean {
    return this.fluids.some((x) => x.agent === "anaesthetic" && isDosed(x));
  }

  /** A steroid or a local anaesthetic is given in this very line. */
  get fluidHere(): boolean {
    return this.of.given.inSentence(this.no, "steroid", "anaesthetic");
  }

  /** A local anaesthetic is given in this paragraph. */
  get localNear(): boolean {
    return this.of.given.localIn(this.no);
  }

  /** "R ring trigger, Kenalog 5 mg", "adductor origin given 20 mg of Depo-Medrol": a steroid and its amount right after token k. */
  steroidAfter(k: number): boolean {
    const { p } = this.of;
    const steroids = this.fluids.filter((x) => x.agent === "steroid" && isDosed(x));
    if (steroids.length === 0) return false;
    for (let i = k; i < Math.min(this.seg.to, k + BESIDE); i++) {
      const hit = hitFrom(p, i);
      // "Plantar plate sore; 0.5 mL dexamethasone": another clause.
      if (isName(hit) || (p.t.isMark(i, ";") && i > k)) return false;
      if (hit?.entry.by.substance !== undefined && steroids.some((x) => x.start === p.t.start[i])) return true;
    }
    return false;
  }

  /** Nothing but a local anaesthetic is named in this line. */
  get onlyLocal(): boolean {
    return this.fluids.every((x) => x.agent === "anaesthetic");
  }

  /** Anything that is injected is given in the note. */
  get drugGiven(): boolean {
    return this.of.given.drugs;
  }

  /** A gel for joints with its amount, the way it was brought in, or its number in the series: it has no other use than to be injected. */
  get jointGel(): boolean {
    return (this.gel ??=
      !this.about &&
      this.fluids.some((x) => x.status === "given" && x.agent === "hyaluronan") &&
      (this.dosedHere || hasWord(this.of.p, this.no, this.no + 1, DEED.manner) || SERIES.test(this.text)));
  }

  /** The note treats lesions of the skin, and no trigger points. */
  get skinLesions(): boolean {
    return this.of.says.has("skin-lesion") && !this.of.says.has("trigger-point");
  }

  /** The note speaks of trigger points: "two points in the rhomboid blocked with Marcaine". */
  get ofPoints(): boolean {
    return this.of.says.has("trigger-point");
  }

  /** The procedure of a note that speaks of trigger points and names what went in. */
  get pointsHere(): boolean {
    const { says, given } = this.of;
    return this.seg.section === "procedure" && says.has("trigger-point") && given.drugs;
  }

  /** A few lines that ask for no code, in which no verb, no amount and no course of a procedure tells that an act was done. */
  get onlyNamed(): boolean {
    const { shorthand, asksCode, note, substances } = this.of;
    return (
      shorthand &&
      !asksCode &&
      this.seg.section === "none" &&
      note.injected + note.needled === 0 &&
      note.done < 2 &&
      !substances.some((list) => list.length > 1 || list.some(isDosed))
    );
  }

  /** The text is about injections, and no record of one. */
  get about(): boolean {
    return this.of.says.has("about");
  }

  get shorthand(): boolean {
    return this.of.shorthand;
  }

  get asksCode(): boolean {
    return this.of.asksCode;
  }

  /** The text asks for a code, and this sentence names trigger points: they are the service. */
  get asksPoints(): boolean {
    return (this.points ??=
      this.of.asksCode &&
      some(
        this.of.p,
        this.no,
        MEANS.statement | MEANS.noun,
        (by) => (by.noun ?? by.statement)?.gives.startsWith("trigger-point") === true,
      ));
  }

  /** A drug is named in this very line, given or not. */
  get drugNamed(): boolean {
    return this.fluids.length > 0;
  }

  /** A substance is named in this line, or in its paragraph. */
  get substanceHere(): boolean {
    return this.of.given.inParagraph(this.no);
  }

  /** Something in this line is put in: a needle, a substance, an act. */
  get needleHere(): boolean {
    return (this.needle ??= needleIn(this.of.p, this.no));
  }

  /** The sentence before, of the same line, tells of another day. */
  get afterPast(): boolean {
    const { p } = this.of;
    if (this.seg.first || this.no === 0) return false;
    return saysAny(p, this.no - 1, SAYS.past);
  }

  /** A month and year that can only be earlier ("11/2012"). */
  get oldMonth(): boolean {
    return (this.old ??= yearIn(this.of.p, this.seg) && !this.dosedHere && OLD_MONTH.test(this.text));
  }

  private get text(): string {
    const { t } = this.of.p;
    return t.textFrom(this.seg.from, this.seg.to);
  }
}

function isDosed(x: SubstanceFact): boolean {
  return x.status === "given" && (x.dose ?? x.perSite) !== undefined;
}
