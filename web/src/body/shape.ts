/**
 * A shape as a person writes it down: points "x,y x,y ...", smooth through each, sharp at those with "!".
 * Becomes SVG path data: cubic curves through the points (Catmull-Rom), straight tangents broken at corners.
 */

interface Point {
  readonly x: number;
  readonly y: number;
  readonly sharp: boolean;
}

function pointsOf(text: string): Point[] {
  return text.split(" ").map((word) => {
    const [x, y] = word.replace("!", "").split(",").map(Number) as [number, number];
    return { x, y, sharp: word.endsWith("!") };
  });
}

type Pair = readonly [number, number];
const round = (n: number): number => Math.round(n * 10) / 10;
/** How far a curve swings out between two points; a third of the chord is a circle's worth. */
const TENSION = 1 / 6;

function pathOf(points: readonly Point[]): string {
  const n = points.length;
  const at = (i: number): Point => points[(i + n) % n] as Point;
  const parts = [`M${round(at(0).x)} ${round(at(0).y)}`];
  for (let i = 0; i < n; i++) {
    const [before, a, b, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const out: Pair = a.sharp ? [0, 0] : [(b.x - before.x) * TENSION, (b.y - before.y) * TENSION];
    const into: Pair = b.sharp ? [0, 0] : [(after.x - a.x) * TENSION, (after.y - a.y) * TENSION];
    const c = [a.x + out[0], a.y + out[1]];
    const d = [b.x - into[0], b.y - into[1]];
    parts.push(`C${[...c, ...d, b.x, b.y].map(round).join(" ")}`);
  }
  return `${parts.join("")}Z`;
}

/** Path data of a closed shape. `flip` mirrors it at the midline x = 0. */
export function closed(text: string, flip = false): string {
  const points = pointsOf(text);
  return pathOf(flip ? points.map((p) => ({ ...p, x: -p.x })) : points);
}

/** Path data of a figure given by one half, from the top of the midline down its side to the bottom of the midline. */
export function bothHalves(text: string): string {
  const half = pointsOf(text);
  const other = half
    .slice(1, -1)
    .toReversed()
    .map((p) => ({ ...p, x: -p.x }));
  return pathOf([...half, ...other]);
}
