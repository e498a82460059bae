/** "Each of the above was injected": finds what the words point back to, in one walk through the note. */
import type { Work } from "./finish.ts";
import type { Verdict } from "./status.ts";

/** What such words point back to together: an unbroken run of list items, or the structures of one other segment. */
interface Group {
  readonly item: boolean;
  /** In note order; those before `head` are settled and no longer pointed back to. */
  readonly members: Work[];
  head: number;
  /** The latest verdict told of the members before token `until`; a later one replaces it. */
  told: Verdict | null;
  until: number;
}

/** Words point back to a list over this many segments at most. */
const LIST_REACH = 12;

/**
 * The structures of a note that something may still be told of: those only examined, planned or named so
 * far. The note is walked once; what has been injected leaves, so that telling costs no more than the
 * structures it settles.
 */
export class Antecedents {
  private readonly work: readonly Work[];
  private next = 0;
  private readonly groups: Group[] = [];
  private readonly lists: Group[] = [];
  /** The last structure so far, regions apart. */
  latest: Work | null = null;
  /** The last structure so far that was injected. */
  injected: Work | null = null;

  /** `work` in note order. */
  constructor(work: readonly Work[]) {
    this.work = work;
  }

  /** Takes in the structures up to and with segment `no`. */
  upTo(no: number): void {
    for (; this.next < this.work.length; this.next++) {
      const w = this.work[this.next] as Work;
      if (w.draft.segment > no) return;
      if (w.verdict.status === "injected") this.injected = w;
      if (w.draft.kind === "region") continue;
      this.latest = w;
      if (isOpen(w)) this.add(w);
    }
  }

  /**
   * Tells the verdict to what words at token `before` of segment `no` point back to: the last list of items
   * before them when there is one, else the nearest earlier segment that names any.
   */
  tell(no: number, before: number, verdict: Verdict): void {
    this.upTo(no);
    if (this.latest === null || this.latest.verdict.status === "injected") return;
    const group = this.pointedAt(no);
    if (group === undefined) return;
    group.told = verdict;
    group.until = before;
    if (verdict.status === "injected") this.settle(group);
  }

  /** Gives every structure the last verdict told of it. */
  end(): void {
    for (const group of this.groups) if (group.told !== null) assign(group);
  }

  private add(w: Work): void {
    const item = w.seg.kind === "item";
    const last = topOf(this.groups);
    const gap = last === undefined ? Infinity : w.draft.segment - lastOf(last).draft.segment;
    if (last !== undefined && last.item === item && gap <= (item ? 1 : 0)) last.members.push(w);
    else this.open([w], item);
  }

  private open(members: Work[], item: boolean): Group {
    const group: Group = { item, members, head: 0, told: null, until: 0 };
    this.groups.push(group);
    if (item) this.lists.push(group);
    return group;
  }

  private pointedAt(no: number): Group | undefined {
    const last = topOf(this.groups);
    const list = topOf(this.lists);
    if (list !== undefined && no - lastOf(list).draft.segment <= LIST_REACH)
      return last === list || list.members.length - list.head >= 2 ? list : last;
    return last !== undefined && last.item ? this.lastSegment(last) : last;
  }

  /** A list too far back to be meant as one: only its last segment. */
  private lastSegment(list: Group): Group {
    const { segment } = lastOf(list).draft;
    let from = list.members.length;
    while (from > list.head && (list.members[from - 1] as Work).draft.segment === segment) from--;
    if (from === list.head) return list;
    if (list.told !== null) assign(list);
    list.told = null;
    return this.open(list.members.splice(from), true);
  }

  private settle(group: Group): void {
    const from = group.head;
    group.head = assign(group);
    group.told = null;
    if (group.head === from) return;
    const last = group.members[group.head - 1] as Work;
    if (this.injected === null || last.draft.from > this.injected.draft.from) this.injected = last;
  }
}

/** What the note has examined or named, and nothing more. */
function isOpen(w: Work): boolean {
  const { status } = w.verdict;
  return status === "examined" || status === "other" || status === "planned" || status === "needled";
}

function lastOf(group: Group): Work {
  return group.members[group.members.length - 1] as Work;
}

/** The last group with anything left in it. */
function topOf(groups: Group[]): Group | undefined {
  for (;;) {
    const group = groups[groups.length - 1];
    if (group === undefined || group.head < group.members.length) return group;
    groups.pop();
  }
}

/** Gives the verdict to the members before the words that told it; the index of the first after them. */
function assign(group: Group): number {
  let i = group.head;
  for (; i < group.members.length && (group.members[i] as Work).draft.from < group.until; i++)
    (group.members[i] as Work).verdict = group.told as Verdict;
  return i;
}
