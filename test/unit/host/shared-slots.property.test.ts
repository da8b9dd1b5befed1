/** The slots between a reading thread and its user: whoever is faster, a text belongs to its file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateSlots, Slots } from "../../../server/host/read-ahead/shared-slots";

const ROOM = 64;
const textOf = (file: number) => `the text of file ${file}${"…".repeat(file % 7)}`;

/** One move of either side; a file that the reader leaves to its user is one it could not read. */
const move = fc.constantFrom("read", "leave", "take");

test("a text is right, or not there", () => {
  fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 600 }), playMoves));
});

function playMoves(moves: readonly string[]): void {
  const memory = allocateSlots();
  const [reader, user] = [new Slots(memory), new Slots(memory)];
  const left = new Set<number>();
  let read = 0;
  let taken = 0;
  for (const each of moves) {
    if (each === "take") {
      const text = user.take(taken);
      if (text !== undefined) expect(text).toBe(textOf(taken));
      if (left.has(taken)) expect(text).toBeUndefined();
      taken++;
    } else if (read - taken < ROOM) {
      const file = reader.next(read);
      if (each === "leave") {
        left.add(file);
        reader.pass(file);
      } else reader.put(file, "utf16le", textOf(file));
      read = file + 1;
    }
  }
}

test("what has been read in time is there, and nothing more once it is closed", () => {
  const memory = allocateSlots();
  const [reader, user] = [new Slots(memory), new Slots(memory)];
  expect(user.take(0)).toBeUndefined();
  const file = reader.next(1);
  reader.put(file, "latin1", Buffer.from("plain"));
  for (let each = 1; each < file; each++) expect(user.take(each)).toBeUndefined();
  expect(user.take(file)).toBe("plain");
  user.close();
  expect(reader.next(file + 1)).toBeGreaterThan(1_000_000_000);
});
