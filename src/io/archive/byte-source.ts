/* Bytes of a stream, taken as they are needed: looked at, read, skipped. Holds what was looked at and no more. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #offset = 0;

  /** Errors of the chunks are thrown by whoever needed the next one. */
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes taken so far. */
  get offset(): number {
    return this.#offset;
  }

  /** What is held, at least `bytes` of it unless the stream ends before. Empty at the end. */
  async peek(bytes: number): Promise<Buffer> {
    while (this.#held.length < bytes) {
      const chunk = await this.#next();
      if (chunk === undefined) break;
      this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    }
    return this.#held;
  }

  /** Takes bytes off what was looked at. */
  take(bytes: number): void {
    const taken = Math.min(bytes, this.#held.length);
    this.#held = this.#held.subarray(taken);
    this.#offset += taken;
  }

  async isAtEnd(): Promise<boolean> {
    return (await this.peek(1)).length === 0;
  }

  /** So many bytes, fewer only at the end of the stream. */
  async read(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.#pass(bytes, (part) => parts.push(part));
    return Buffer.concat(parts);
  }

  /** @returns how many there were to skip */
  async skip(bytes: number): Promise<number> {
    return this.#pass(bytes, () => undefined);
  }

  async #pass(bytes: number, keep: (part: Buffer) => void): Promise<number> {
    let left = bytes;
    while (left > 0) {
      const held = await this.peek(1);
      if (held.length === 0) break;
      const part = held.subarray(0, left);
      keep(part);
      this.take(part.length);
      left -= part.length;
    }
    return bytes - left;
  }

  async #next(): Promise<Buffer | undefined> {
    for (;;) {
      const { done, value } = await this.#chunks.next();
      if (done === true) return undefined;
      if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }
}
