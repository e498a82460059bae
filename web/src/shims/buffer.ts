/** The little of Node's Buffer that the RTF tokeniser uses, for the browser. */
class Bytes extends Uint8Array {
  static alloc(length: number): Bytes {
    return new Bytes(length);
  }
  static concat(parts: readonly Uint8Array[], length: number): Bytes {
    const whole = new Bytes(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part.subarray(0, length - at), at);
      at += part.length;
    }
    return whole;
  }
  /** Shares the memory, as Node's does. */
  override slice(start?: number, end?: number): Bytes {
    return super.subarray(start, end);
  }
  /** Each byte as the character of its number: all that is asked for. */
  override toString(): string {
    return new TextDecoder("latin1").decode(this);
  }
}

(globalThis as { Buffer?: unknown }).Buffer ??= Bytes;
