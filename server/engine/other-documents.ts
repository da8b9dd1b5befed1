/** What rules may ask of the documents beside the one that they judge. */
import { versionsIn } from "../workspace/document-versions";
import { govern } from "../workspace/govern";
import type { AnalysisInput } from "./analyse";
import { governingPolicy } from "./find-files";
import type { PolicySet } from "./policies";

interface Files {
  readonly kindOf: (path: string) => string;
  readonly readText: (path: string) => string | undefined;
}

/** `asked` is told each path of which the answer depends on the file. */
export function otherDocuments(
  files: Files,
  policies: PolicySet,
  asked?: (path: string) => void,
): Pick<AnalysisInput, "exists" | "versionsOf"> {
  return {
    exists: (path) => {
      asked?.(path);
      return files.kindOf(path) === "file";
    },
    versionsOf: (path) => {
      asked?.(path);
      const policy = governingPolicy(policies, path);
      const text = policy === undefined ? undefined : files.readText(path);
      return policy && text !== undefined ? versionsIn(govern(path, text, policy)) : undefined;
    },
  };
}
