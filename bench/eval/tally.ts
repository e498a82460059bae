/** Hits, false alarms and misses, always shown with their counts. */

export class Tally {
  hit = 0;
  /** Said, not so. */
  extra = 0;
  /** So, not said. */
  missed = 0;

  add(hit: number, extra: number, missed: number): this {
    this.hit += hit;
    this.extra += extra;
    this.missed += missed;
    return this;
  }

  /** One question with at most one answer: null stands for "nothing to say". */
  compare<T>(got: T | null, want: T | null, same: (a: T, b: T) => boolean = Object.is): boolean {
    if (got === null && want === null) return true;
    const ok = got !== null && want !== null && same(got, want);
    if (ok) this.hit++;
    else {
      if (got !== null) this.extra++;
      if (want !== null) this.missed++;
    }
    return ok;
  }

  merge(other: Tally): this {
    return this.add(other.hit, other.extra, other.missed);
  }

  get precision(): number | null {
    return this.hit + this.extra === 0 ? null : this.hit / (this.hit + this.extra);
  }

  get recall(): number | null {
    return this.hit + this.missed === 0 ? null : this.hit / (this.hit + this.missed);
  }

  get f1(): number | null {
    const all = 2 * this.hit + this.extra + this.missed;
    return all === 0 ? null : (2 * this.hit) / all;
  }

  toJSON(): object {
    return {
      hit: this.hit,
      extra: this.extra,
      missed: this.missed,
      precision: this.precision,
      recall: this.recall,
      f1: this.f1,
    };
  }
}

/** A table of tallies by name, made on first use, kept in order of first use. */
export class Tallies {
  readonly rows = new Map<string, Tally>();

  of(name: string): Tally {
    let t = this.rows.get(name);
    if (!t) this.rows.set(name, (t = new Tally()));
    return t;
  }

  merge(other: Tallies): this {
    for (const [name, t] of other.rows) this.of(name).merge(t);
    return this;
  }

  toJSON(): object {
    return Object.fromEntries([...this.rows].map(([name, t]) => [name, t.toJSON()]));
  }
}

/** 0.9736 -> "97.4"; null -> "-". */
export const percent = (x: number | null): string => (x === null ? "-" : (100 * x).toFixed(1));
