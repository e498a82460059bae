/** The little of Node's stream that the RTF tokeniser stands on, for the browser: pushed tokens go into a list. */
export class Transform {
  readonly pushed: unknown[] = [];
  push(token: unknown): boolean {
    this.pushed.push(token);
    return true;
  }
}
export default { Transform };
