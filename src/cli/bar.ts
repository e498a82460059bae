/** The bar itself, loaded only when one is drawn. */
import { Presets, SingleBar } from "cli-progress";

/** A bar on standard error, in shades; the terminal's cursor comes back when it stops. */
export function makeBar(format: string): SingleBar {
  const options = { format, stream: process.stderr, clearOnComplete: true, hideCursor: true, etaBuffer: 50 };
  return new SingleBar(options, Presets.shades_classic);
}
