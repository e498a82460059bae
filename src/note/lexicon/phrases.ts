/**
 * The tree of phrases over token ids, packed: the branches of each node are a small hash table of its own. Walking it
 * takes no string and makes no object; that a word leads nowhere from a node is seen at a glance, nearly always.
 */

export interface PhraseTree {
  /** Node that a word (by id) leads to at the start of a phrase; 0 when no phrase begins so. */
  readonly first: Int32Array;
  /** Four numbers a node, see `FROM` and on. A leaf has none: where a branch leads to one, it says what the phrase means (`~value`). */
  readonly nodes: Int32Array;
  /** Two numbers a branch: its token id (-1: no branch here), the node it leads to. */
  readonly branches: Int32Array;
}

const NODE = 4;
/** Where in `branches` the table of a node begins, and its places, a power of two, less one. */
const FROM = 0;
const MASK = 1;
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
  // Inner nodes are numbered anew; a leaf needs no place of its own.
  const inner = branches.map((here, node) => node === ROOT || here.size > 0);
  let count = 0;
  const number = branches.map((_, node) => (inner[node] === true ? count++ : ~(value[node] as number)));
  const first = new Int32Array(words + 1);
  const nodes = new Int32Array(count * NODE);
  const packed: number[] = [];
  branches.forEach((here, node) => {
    if (inner[node] !== true) return;
    const all = [...here].map(([id, to]): [number, number] => [id, number[to] as number]);
    const list = all.filter(([id]) => node !== ROOT || id > words);
    if (node === ROOT) for (const [id, to] of all) if (id <= words) first[id] = to;
    const any = list.reduce((bits, [id]) => bits | (1 << (id & 31)), 0);
    const table = tableOf(list);
    const at = NODE * (number[node] as number);
    nodes.set([packed.length, table.length / 2 - 1, any, value[node] as number], at);
    packed.push(...table);
  });
  return { first, nodes, branches: Int32Array.from(packed) };
}

/** At least one place of it stays empty, so that every search ends. */
function tableOf(branches: readonly (readonly [number, number])[]): number[] {
  let places = 1;
  while (places <= branches.length) places *= 2;
  const table = Array.from({ length: 2 * places }, () => -1);
  for (const [id, to] of branches) {
    let k = placeOf(id, places - 1);
    while (table[2 * k] !== -1) k = (k + 1) & (places - 1);
    [table[2 * k], table[2 * k + 1]] = [id, to];
  }
  return table;
}

const placeOf = (id: number, mask: number): number => (Math.imul(id, 0x9e3779b1) >>> 16) & mask;

// Constant functions: the engine puts them in place of their calls without asking each time whether they are still the same.

/** What the phrase that ends at `node` means, -1 when none does. */
export const valueAt = ({ nodes }: PhraseTree, node: number): number =>
  node < 0 ? ~node : (nodes[NODE * node + VALUE] as number);

/** Does no phrase go on from `node`? */
export const isLeaf = (node: number): boolean => node < 0;

/** Node that a token leads to at the start of a phrase, 0 when none does. */
export const begin = (tree: PhraseTree, id: number): number =>
  id < tree.first.length ? (tree.first[id] as number) : branch(tree, ROOT, id);

/** Node that a token leads to from `node`, 0 when none does. */
export const branch = ({ nodes, branches }: PhraseTree, node: number, id: number): number => {
  if (node < 0 || ((nodes[NODE * node + ANY] as number) & (1 << (id & 31))) === 0) return 0;
  const from = nodes[NODE * node + FROM] as number;
  const mask = nodes[NODE * node + MASK] as number;
  for (let k = placeOf(id, mask); ; k = (k + 1) & mask) {
    const here = branches[from + 2 * k] as number;
    if (here === id) return branches[from + 2 * k + 1] as number;
    if (here < 0) return 0;
  }
};
