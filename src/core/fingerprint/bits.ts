/*
 * Reading and writing single bits and variable-length integers, for the codec.
 * Every read is checked: bytes come from Redis, where another version or another program may have written.
 */

const BYTE_BITS = 8;
const VARINT_BITS = 7;
const VARINT_MASK = 0x7f;
const VARINT_MORE = 0x80;
/** A varint of five groups reaches past 2^32, so a sixth is garbage. */
const MAX_VARINT_GROUPS = 5;
const MAX_UINT32 = 0xffffffff;

export class ByteWriter {
  private readonly bytes: number[] = [];
  private pendingBits = 0;
  private pendingCount = 0;

  /** 0 to 255. */
  byte(value: number): void {
    this.bytes.push(value);
  }

  /** 32 bits, lowest byte first. */
  word(value: number): void {
    for (let shift = 0; shift < 32; shift += BYTE_BITS) this.bytes.push((value >>> shift) & 0xff);
  }

  /** The lowest 16 bits, lowest byte first. */
  half(value: number): void {
    this.bytes.push(value & 0xff, (value >>> BYTE_BITS) & 0xff);
  }

  /** LEB128: seven bits per byte, lowest first. 0 to 2^32 - 1. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > VARINT_MASK) {
      this.bytes.push((rest & VARINT_MASK) | VARINT_MORE);
      rest >>>= VARINT_BITS;
    }
    this.bytes.push(rest);
  }

  /** The lowest `count` bits of `value`, lowest first; `flushBits` ends a run of bits. */
  bits(value: number, count: number): void {
    for (let i = 0; i < count; i++) {
      this.pendingBits |= ((value >>> i) & 1) << this.pendingCount;
      this.pendingCount++;
      if (this.pendingCount === BYTE_BITS) this.flushBits();
    }
  }

  /** Rice code: the value's high part as so many ones and a zero, then its `lowBits` lowest bits. */
  rice(value: number, lowBits: number): void {
    for (let quotient = value >>> lowBits; quotient > 0; quotient--) this.bits(1, 1);
    this.bits(0, 1);
    this.bits(value, lowBits);
  }

  /** Fills the last byte of a run of bits with zeros. */
  flushBits(): void {
    if (this.pendingCount === 0) return;
    this.bytes.push(this.pendingBits);
    this.pendingBits = 0;
    this.pendingCount = 0;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Throws an Error that names the field and the place wherever the bytes are not what was written. */
export class ByteReader {
  private at = 0;
  private bitAt = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(field: string): number {
    const value = this.bytes[this.at];
    if (value === undefined) {
      throw new Error(`fingerprint ends within ${field}: ${this.bytes.length} bytes`);
    }
    this.at++;
    return value;
  }

  word(field: string): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += BYTE_BITS) value |= this.byte(field) << shift;
    return value;
  }

  half(field: string): number {
    return this.byte(field) | (this.byte(field) << BYTE_BITS);
  }

  varint(field: string): number {
    let value = 0;
    for (let group = 0; group < MAX_VARINT_GROUPS; group++) {
      const byte = this.byte(field);
      value += (byte & VARINT_MASK) * 2 ** (group * VARINT_BITS);
      if (byte < VARINT_MORE && value <= MAX_UINT32) return value;
    }
    throw new Error(`fingerprint has a ${field} above ${MAX_UINT32} at byte ${this.at}`);
  }

  bits(count: number, field: string): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error(`fingerprint ends within ${field}: ${this.bytes.length} bytes`);
      value |= ((byte >>> this.bitAt) & 1) << i;
      this.bitAt++;
      if (this.bitAt === BYTE_BITS) {
        this.bitAt = 0;
        this.at++;
      }
    }
    return value;
  }

  /** Never negative; as long as the bytes last. */
  rice(lowBits: number, field: string): number {
    let quotient = 0;
    while (this.bits(1, field) === 1) quotient++;
    return quotient * 2 ** lowBits + this.bits(lowBits, field);
  }

  /** Goes on at the next whole byte; what is left of this one must be zeros. */
  endBits(field: string): void {
    if (this.bitAt === 0) return;
    if (this.byte(field) >>> this.bitAt !== 0) throw new Error(`fingerprint has stray bits after ${field}`);
    this.bitAt = 0;
  }

  end(): void {
    const left = this.bytes.length - this.at;
    if (left > 0) throw new Error(`fingerprint has ${left} bytes after its end`);
  }
}
