/**
 * The tree of phrases over token ids, packed: the branches of a node lie side by side, sorted by id. Walking it
 * takes no string and makes no object; that a word leads nowhere from a node is seen at a glance, nearly always.
 */

export interface PhraseTree {
  /** Node that a word (by id) leads to at the start of a phrase; 0 when no phrase begins so. */
  readonly first: Int32Array;
  /** Four numbers a node, see `FROM` and on. */
  readonly nodes: Int32Array;
  /** Token id of each branch, and the node it leads to. */
  readonly id: Int32Array;
  readonly to: Int32Array;
}

const NODE = 4;
/** Branches of a node: from `nodes[NODE * n + FROM]` to `nodes[NODE * n + TO]`. */
const FROM = 0;
const TO = 1;
/** A bit for the last five binary digits of the id of each branch. */
const ANY = 2;
/** What the phrase that ends at the node means, -1 when none does. */
const VALUE = 3;

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
  const nodes = new Int32Array(branches.length * NODE);
  const id: number[] = [];
  const to: number[] = [];
  branches.forEach((here, node) => {
    const from = id.length;
    let any = 0;
    for (const [key, next] of [...here].sort((a, b) => a[0] - b[0])) {
      if (node === ROOT && key <= words) {
        first[key] = next;
        continue;
      }
      any |= 1 << (key & 31);
      id.push(key);
      to.push(next);
    }
    nodes.set([from, id.length, any, value[node] as number], NODE * node);
  });
  return { first, nodes, id: Int32Array.from(id), to: Int32Array.from(to) };
}

/** What the phrase that ends at `node` means, -1 when none does. */
export function valueAt(tree: PhraseTree, node: number): number {
  return tree.nodes[NODE * node + VALUE] as number;
}

/** Does no phrase go on from `node`? */
export function isLeaf(tree: PhraseTree, node: number): boolean {
  return tree.nodes[NODE * node + ANY] === 0;
}

/** Node that a token leads to at the start of a phrase, 0 when none does. */
export function begin(tree: PhraseTree, id: number): number {
  return id < tree.first.length ? (tree.first[id] as number) : branch(tree, ROOT, id);
}

/** Node that a token leads to from `node`, 0 when none does. */
export function branch(tree: PhraseTree, node: number, id: number): number {
  const { nodes } = tree;
  if (((nodes[NODE * node + ANY] as number) & (1 << (id & 31))) === 0) return 0;
  let low = nodes[NODE * node + FROM] as number;
  let high = (nodes[NODE * node + TO] as number) - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const here = tree.id[mid] as number;
    if (here === id) return tree.to[mid] as number;
    if (here < id) low = mid + 1;
    else high = mid - 1;
  }
  return 0;
}
