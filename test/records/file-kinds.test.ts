/** Modes, links and places: the record's text stays, and what it is changes. */
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describeRepositories, steps } from "../support/record-cases";
import { A, EDIT, edited, FILED, record } from "../support/record-document";
import { writeInto } from "../support/temporary-folder";

const STORE = "store/a.txt";

describeRepositories("modes", [
  {
    name: "made executable",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(A, FILED, "100755"),
    ),
    records: { [A]: ["intact c1", "c2 * file mode"] },
  },
  {
    name: "made executable and edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(A, edited, "100755"),
    ),
    records: { [A]: ["amended c1", "c2 ?"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "made executable in the working tree",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      chmodSync(join(folder, A), 0o755);
      return undefined;
    },
    records: { [A]: ["intact c1", "uncommitted * file mode"] },
  },
]);

describeRepositories("links", [
  {
    name: "a link in the place of the record, to its text elsewhere",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write("notes/other.md", "# Other\n");
      },
      (h) => {
        h.write(STORE, FILED);
        h.link(A, `../../../${STORE}`);
      },
    ),
    records: { [A]: ["amended c1", "c2 *"] },
    marked: null,
  },
  {
    name: "a link, and then the text that it shows is edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.write(STORE, FILED);
        h.link(A, `../../../${STORE}`);
      },
      (h) => h.replace(STORE, ...EDIT),
    ),
    records: { [A]: ["amended c1", "c2 *"] },
    marked: null,
  },
  {
    name: "a link that leads nowhere",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.link(A, "nowhere.md"),
    ),
    records: { [A]: ["amended c1", "c2 *"] },
    marked: null,
  },
  {
    name: "a link and back",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.link(A, "nowhere.md"),
      (h) => h.write(A, FILED),
    ),
    records: { [A]: ["intact c1", "c2 *", "c3 ~ file mode"] },
  },
  {
    name: "a link in the working tree",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      writeInto(folder, STORE, FILED);
      rmSync(join(folder, A));
      symlinkSync(join(folder, STORE), join(folder, A));
      return undefined;
    },
    records: { [A]: ["amended c1", "uncommitted *"] },
    marked: null,
  },
  {
    name: "a link in the working tree to an edited copy",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      writeInto(folder, STORE, edited);
      rmSync(join(folder, A));
      symlinkSync(join(folder, STORE), join(folder, A));
      return undefined;
    },
    records: { [A]: ["amended c1", "uncommitted *"] },
    marked: null,
  },
  {
    name: "a link that was never a file is no record",
    history: steps((h) => {
      h.write(STORE, FILED);
      h.link(A, `../../../${STORE}`);
    }),
    records: {},
    exit: 0,
  },
  {
    name: "the folder of the record is a link in the working tree, to an edited copy",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      renameSync(join(folder, "docs"), join(folder, "elsewhere"));
      symlinkSync("elsewhere", join(folder, "docs"));
      writeInto(folder, A.replace("docs", "elsewhere"), edited);
      return undefined;
    },
    records: { [A]: ["deleted|amended c1", "uncommitted *"] },
    marked: null,
    deletedAt: [],
  },
]);

describeRepositories("a folder in the place of the record", [
  {
    name: "in a commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.remove(A);
        h.write(`${A}/part.md`, "# Part\n\nNothing of the record.\n");
      },
    ),
    records: { [A]: ["deleted c1", "c2 *"] },
  },
  {
    name: "in the working tree",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      rmSync(join(folder, A));
      mkdirSync(join(folder, A));
      return undefined;
    },
    records: { [A]: ["deleted c1", "uncommitted *"] },
  },
  {
    name: "and the record in it: a move",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.remove(A);
        h.write(`${A}/part.md`, FILED);
      },
    ),
    records: { [`${A}/part.md`]: ["intact c1"] },
  },
]);

describeRepositories("line endings that git converts", [
  {
    name: "a checkout with CRLF",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder, git }) => {
      git("config", "core.autocrlf", "true");
      rmSync(join(folder, A));
      git("checkout", "-q", "--", A);
      return undefined;
    },
    records: { [A]: ["intact c1"] },
  },
  {
    name: "a checkout with CRLF, and an edit",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder, git }) => {
      git("config", "core.autocrlf", "true");
      writeInto(folder, A, edited.replaceAll("\n", "\r\n"));
      return undefined;
    },
    records: { [A]: ["amended c1", "uncommitted 13"] },
  },
  {
    name: "attributes that convert, and renormalise in a commit of their own",
    history: steps(
      (h) => h.write(A, FILED.replaceAll("\n", "\r\n")),
      (h) => {
        h.write(".gitattributes", "*.md text eol=lf\n");
        h.write(A, FILED);
      },
    ),
    records: { [A]: ["intact c1", "c2 * whitespace"] },
  },
  {
    name: "an ident that git expands in the working tree",
    history: steps((h) => {
      h.write(".gitattributes", "*.md ident\n");
      h.write(A, record({ body: "Version $Id$ of it.\n" }));
    }),
    records: { [A]: ["intact c1"] },
  },
  {
    name: "a working tree in another encoding",
    history: steps((h) => {
      h.write(".gitattributes", "*.md working-tree-encoding=UTF-16LE\n");
      h.write(A, FILED);
    }),
    records: { [A]: ["intact|unverifiable c1"] },
    marked: null,
  },
]);
