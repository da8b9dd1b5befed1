/** Writes what `git fast-import` reads, from commits as data. */

export interface Step {
  readonly branch?: string;
  readonly from?: string;
  readonly merge?: readonly string[];
  readonly message?: string;
  readonly author?: string;
  readonly changes?: readonly string[];
}

/** The stream that makes these commits one after the other; `:n` names the n-th, counted from one. */
export function streamOf(steps: readonly Step[]): string {
  return steps
    .map(({ branch = "main", from, merge = [], message = "", author, changes = [] }, at) => {
      const lines = [
        `commit refs/heads/${branch}`,
        `mark :${at + 1}`,
        ...(author === undefined ? [] : [`author ${author}`]),
        `committer Tester <tester@example.com> ${1_700_000_000 + at} +0000`,
        `data ${Buffer.byteLength(message)}\n${message}`,
        ...(from === undefined ? [] : [`from ${from}`]),
        ...merge.map((each) => `merge ${each}`),
        ...changes,
      ];
      return `${lines.join("\n")}\n\n`;
    })
    .join("");
}

/** A change that writes a file. */
export function write(path: string, content: string, mode = "100644"): string {
  return `M ${mode} inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}`;
}
