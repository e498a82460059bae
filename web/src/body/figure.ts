/** What a drawing of the body is made of. All coordinates are of one half; the other half is its mirror image. */

export interface Drawn {
  /** Structure id of the rulebook. */
  readonly id: string;
  readonly shape: string;
  /** Lies under another muscle: drawn only when it is marked, hatched over its landmark. */
  readonly deep?: true;
}

export interface Figure {
  readonly kind: "figure";
  readonly id: string;
  /** What one looks at, in words. */
  readonly title: string;
  /** minX minY width height */
  readonly viewBox: string;
  /**
   * `front`: the person's left is on the viewer's right. `back`: it is on the viewer's left.
   * `one`: the figure shows a single side and is drawn twice.
   */
  readonly facing: "front" | "back" | "one";
  readonly outline: string;
  /** Lines to find one's way by (collar bone, knee cap): closed shapes of one half, or of both when on the midline. */
  readonly landmarks: readonly string[];
  readonly muscles: readonly Drawn[];
}
