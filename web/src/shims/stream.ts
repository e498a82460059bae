/**
 * The little of Node that the RTF tokeniser stands on, for the browser. Imported by it alone: with a Buffer about, the
 * reader of Word documents would take the page for Node.
 */
import "./buffer.ts";

/** Takes what is pushed and does nothing with it. */
export class Transform {
  push(): boolean {
    return true;
  }
}
export default { Transform };
