/** Bytes that wait until there are enough of them. */
export class ByteQueue {
  private chunks: Uint8Array[] = [];
  private waiting = 0;

  get length(): number {
    return this.waiting;
  }

  add(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.waiting += chunk.length;
  }

  /** @param count at most `length` */
  take(count: number): Uint8Array {
    const all = this.joined();
    this.chunks = [all.subarray(count)];
    this.waiting -= count;
    return all.subarray(0, count);
  }

  /** All that waits, without taking it. */
  joined(): Buffer {
    const [only] = this.chunks;
    const isOne = only !== undefined && this.chunks.length === 1;
    const all = isOne
      ? Buffer.from(only.buffer, only.byteOffset, only.length)
      : Buffer.concat(this.chunks, this.waiting);
    this.chunks = [all];
    return all;
  }
}
