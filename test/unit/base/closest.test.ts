/** What a misspelled word was meant to be. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findClosest } from "../../../server/base/closest";

const fields = ["Owner", "Class", "Status", "Version", "Last Updated", "Superseded by", "Date Filed"];

describe("findClosest", () => {
  it.each([
    ["Ownr", "Owner"],
    ["Onwer", "Owner"],
    ["owner", "Owner"],
    ["Statsu", "Status"],
    ["Versoin", "Version"],
    ["Last Udpated", "Last Updated"],
    ["Lst Updatd", "Last Updated"],
    ["Superceded by", "Superseded by"],
    ["Superceded bye", "Superseded by"],
    ["Filed Date", undefined],
    ["Feature", undefined],
    ["Stratus", "Status"],
    ["", undefined],
  ])("finds for %j %j", (word, closest) => {
    expect(findClosest(word, fields)).toBe(closest);
  });

  it("allows one slip in a short word, two in a longer one, three in a long one", () => {
    expect(findClosest("typ", ["type"])).toBe("type");
    expect(findClosest("tipo", ["type"])).toBeUndefined();
    expect(findClosest("severty", ["severities"])).toBeUndefined();
    expect(findClosest("locaton", ["locations"])).toBe("locations");
    expect(findClosest("placholerwile", ["placeholderWhile"])).toBe("placeholderWhile");
    expect(findClosest("placholerwle", ["placeholderWhile"])).toBeUndefined();
  });

  it("counts two letters that changed places as one slip", () => {
    expect(findClosest("knid", ["kind"])).toBe("kind");
    expect(findClosest("from", ["form"])).toBe("form");
    expect(findClosest("fxxm", ["form"])).toBeUndefined();
  });

  it("never takes words of one or two letters for others", () => {
    expect(findClosest("no", ["not", "now"])).toBeUndefined();
    expect(findClosest("not", ["no"])).toBeUndefined();
  });

  it("never takes one number for another", () => {
    expect(findClosest("class 8", ["class 7", "class 1"])).toBeUndefined();
    expect(findClosest("clas 7", ["class 1", "class 7"])).toBe("class 7");
  });

  it("prefers the nearest candidate, and the first of equally near ones", () => {
    expect(findClosest("titles", ["title", "titles"])).toBe("titles");
    expect(findClosest("titled", ["title", "titles"])).toBe("title");
    expect(findClosest("cast", ["cost", "case"])).toBe("cost");
  });

  it("finds a word of at least five letters after one letter was dropped", () => {
    const word = fc.stringMatching(/^[a-z]{5,20}$/);
    fc.assert(
      fc.property(word, fc.nat(), (whole, seed) => {
        const at = seed % whole.length;
        expect(findClosest(whole.slice(0, at) + whole.slice(at + 1), [whole])).toBe(whole);
      }),
    );
  });
});
