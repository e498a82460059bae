/**
 * The tree of phrases over token ids, packed: the branches of a node lie side by side, sorted by id. Walking it
 * takes no string and makes no object; a node without branches is seen at a glance.
 */

export interface PhraseTree {
  /** Node that a word (by id) leads to at the start of a phrase; 0 when no phrase begins so. */
  readonly first: Int32Array;
  /** Branches of node n: from `from[n]` to `from[n + 1]`. */
  readonly from: Int32Array;
  /** Token id of each branch, and the node it leads to. */
  readonly id: Int32Array;
  readonly to: Int32Array;
  /** What the phrase that ends at a node means, -1 when none does. */
  readonly value: Int32Array;
}

const ROOT = 0;

/** Builds the tree. Ids of words run from 1 to `words`; other tokens have larger ones. */
export function phraseTree(
  phrases: readonly { readonly ids: readonly number[]; readonly value: number }[],
  words: number,
): PhraseTree {
  const branches: Map<number, number>[] = [new Map()];
  const value: number[] = [-1];
  for (const phrase of phrases) {
    let node = ROOT;
    for (const id of phrase.ids) {
      const here = branches[node] as Map<number, number>;
      let to = here.get(id);
      if (to === undefined) {
        to = branches.push(new Map()) - 1;
        value.push(-1);
        here.set(id, to);
      }
      node = to;
    }
    value[node] = phrase.value;
  }
  const first = new Int32Array(words + 1);
  const from = new Int32Array(branches.length + 1);
  const id: number[] = [];
  const to: number[] = [];
  branches.forEach((here, node) => {
    from[node] = id.length;
    for (const [key, next] of [...here].sort((a, b) => a[0] - b[0])) {
      if (node === ROOT && key <= words) {
        first[key] = next;
        continue;
      }
      id.push(key);
      to.push(next);
    }
  });
  from[branches.length] = id.length;
  return { first, from, id: Int32Array.from(id), to: Int32Array.from(to), value: Int32Array.from(value) };
}

/** Node that a token leads to at the start of a phrase, 0 when none does. */
export function begin(tree: PhraseTree, id: number): number {
  return id < tree.first.length ? (id > 0 ? (tree.first[id] as number) : 0) : branch(tree, ROOT, id);
}

/** Node that a token leads to from `node`, 0 when none does. */
export function branch(tree: PhraseTree, node: number, id: number): number {
  let low = tree.from[node] as number;
  let high = (tree.from[node + 1] as number) - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const here = tree.id[mid] as number;
    if (here === id) return tree.to[mid] as number;
    if (here < id) low = mid + 1;
    else high = mid - 1;
  }
  return 0;
}
