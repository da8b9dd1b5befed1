/** What the reading thread and its user share: a ring of slots, one file in each, and how far either has come. */

/** In which a string is soonest made of bytes. */
type Encoding = "latin1" | "utf16le";

/** How far the reader may be ahead, in files. */
const SLOTS = 64;
/** Bytes. A larger file is left to its user: only reports of thousands of lines are. */
export const SLOT_SIZE = 128 * 1024;
/** Files between two calls to the other side: each costs a call of the system. */
const PORTION = 16;

/** Where the numbers of both stand. */
const READ = 0;
const TAKEN = 1;
const FIRST_SLOT = 2;
/** Of a slot: the file in it, its bytes, how they are encoded. */
const FIELDS = 3;
const ENCODINGS: readonly Encoding[] = ["latin1", "utf16le"];
/** What has been taken once nobody asks for more. */
const ENOUGH = 0x7fffffff;

/** Handed to the other thread. */
export interface SharedMemory {
  readonly numbers: SharedArrayBuffer;
  readonly bytes: SharedArrayBuffer;
}

export function allocateSlots(): SharedMemory {
  const numbers = new SharedArrayBuffer((FIRST_SLOT + SLOTS * FIELDS) * Int32Array.BYTES_PER_ELEMENT);
  // no slot holds a file yet
  new Int32Array(numbers).fill(-1, FIRST_SLOT);
  return { numbers, bytes: new SharedArrayBuffer(SLOTS * SLOT_SIZE) };
}

/** Files are named by their index in the list that both know, which is less than 2^31. */
export class Slots {
  readonly #numbers: Int32Array;
  readonly #bytes: Buffer;

  constructor({ numbers, bytes }: SharedMemory) {
    this.#numbers = new Int32Array(numbers);
    this.#bytes = Buffer.from(bytes);
  }

  /** For the user, who never waits: the text of a file, undefined where the reader does not have it. */
  take(file: number): string | undefined {
    const text = Atomics.load(this.#numbers, READ) > file ? this.#textOf(file) : undefined;
    Atomics.store(this.#numbers, TAKEN, file + 1);
    if (file % PORTION === 0) Atomics.notify(this.#numbers, TAKEN);
    return text;
  }

  /** For the user: nothing more is asked for. */
  close(): void {
    Atomics.store(this.#numbers, TAKEN, ENOUGH);
    Atomics.notify(this.#numbers, TAKEN);
  }

  /**
   * For the reader: the file to be read, not before `file`, as soon as there is room for it. What its user has come to
   * by now is skipped. Larger than any list once nobody asks for more.
   */
  next(file: number): number {
    for (;;) {
      const taken = Atomics.load(this.#numbers, TAKEN);
      if (taken === ENOUGH) return ENOUGH;
      if (file <= taken) return taken + PORTION;
      if (file - taken < SLOTS) return file;
      Atomics.wait(this.#numbers, TAKEN, taken);
    }
  }

  /** For the reader: there must be room, see `next`. A text that takes more than a slot is left to the user. */
  put(file: number, encoding: Encoding, text: string | Uint8Array): void {
    const slot = file % SLOTS;
    const start = slot * SLOT_SIZE;
    const length = encoding === "latin1" ? text.length : text.length * 2;
    if (length <= SLOT_SIZE) {
      if (typeof text === "string") this.#bytes.write(text, start, encoding);
      else this.#bytes.set(text, start);
      this.#numbers.set([file, length, ENCODINGS.indexOf(encoding)], FIRST_SLOT + slot * FIELDS);
    }
    this.pass(file);
  }

  /** For the reader: leaves a file to its user. */
  pass(file: number): void {
    Atomics.store(this.#numbers, READ, file + 1);
  }

  #textOf(file: number): string | undefined {
    const slot = file % SLOTS;
    const at = FIRST_SLOT + slot * FIELDS;
    // passed over, the slot holds an earlier file
    if (this.#numbers[at] !== file) return undefined;
    const start = slot * SLOT_SIZE;
    const encoding = ENCODINGS[this.#numbers[at + 2] ?? 0] ?? "latin1";
    return this.#bytes.toString(encoding, start, start + (this.#numbers[at + 1] ?? 0));
  }
}
