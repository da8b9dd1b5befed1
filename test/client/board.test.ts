/** The page that the board is loaded with, and the messages that it may send. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessage } from "../../client/board/message";
import { renderShell } from "../../client/board/shell";

test("messages are what they should be, or nothing", () => {
  expect(readMessage({ kind: "ready", more: 1 })).toEqual({ kind: "ready" });
  const open = { kind: "open", uri: "file:///a.md", line: 3 };
  expect(readMessage(open)).toEqual(open);
  for (const wrong of [
    { ...open, line: -1 },
    { ...open, line: 1.5 },
    { ...open, line: "3" },
    { ...open, uri: "http://a.example" },
    { ...open, uri: "command:a" },
    { ...open, uri: 1 },
    { ...open, kind: "close" },
    "ready",
    null,
  ])
    expect(readMessage(wrong)).toBeUndefined();
});

test("anything at all may be sent", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(["ready", "open", undefined]).toContain(readMessage(value)?.kind);
    }),
  );
});

test("the page runs one script and takes one style sheet, by their nonce", () => {
  const shell = { nonce: "abc", script: "https://x/board.js", waiting: "Reading.", language: "en" };
  const empty = renderShell({ ...shell, answer: undefined });
  expect(empty).toContain(
    `content="default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'"`,
  );
  expect(empty).toContain('<script nonce="abc" src="https://x/board.js"></script>');
  expect(empty).toContain("Reading.");
  const drawn = renderShell({
    ...shell,
    answer: { style: "a { b: c }", parts: [{ id: "p", html: '<section id="p"></section>' }] },
  });
  expect(drawn).toContain('<style nonce="abc">a { b: c }</style>');
  expect(drawn).toContain('<main id="board"><section id="p"></section></main>');
  expect(drawn).not.toContain("Reading.");
});
