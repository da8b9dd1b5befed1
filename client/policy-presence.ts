/** Tells whether the workspace has a policy, now and whenever that changes. */
import { commands, Disposable, Uri, workspace } from "vscode";
import { exists } from "./exists";

const names = "{docket.yaml,.docket/policy.yaml}";

/** Calls back as soon as it is known, then on changes; sets the context key `docket.active` to the same. */
export function watchPolicies(onChange: (present: boolean) => unknown): Disposable {
  let known = false;
  const update = async () => {
    const present = await hasPolicy();
    if (present === known) return;
    known = present;
    onChange(present);
    await commands.executeCommand("setContext", "docket.active", present);
  };
  const watcher = workspace.createFileSystemWatcher(`**/${names}`, false, true, false);
  update();
  return Disposable.from(
    watcher,
    watcher.onDidCreate(update),
    watcher.onDidDelete(update),
    workspace.onDidChangeWorkspaceFolders(update),
  );
}

/** Looked up anew. */
export async function hasPolicy(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  // Usually it lies at the top, where it is found without a search.
  for (const { uri } of folders) if (await holdsPolicy(uri)) return true;
  for (const { uri } of folders) if (await hasPolicyAbove(uri)) return true;
  const found = folders.length === 0 ? [] : await workspace.findFiles(`**/${names}`, "**/node_modules/**", 1);
  return found.length > 0;
}

/** A folder within a repository is governed by the repository's policy. */
async function hasPolicyAbove(folder: Uri): Promise<boolean> {
  let present = false;
  let current = folder;
  while (!(await exists(Uri.joinPath(current, ".git")))) {
    const parent = Uri.joinPath(current, "..");
    // Outside of a repository, a policy above is somebody else's.
    if (parent.path === current.path) return false;
    current = parent;
    present ||= await holdsPolicy(current);
  }
  return present;
}

async function holdsPolicy(folder: Uri): Promise<boolean> {
  return (
    (await exists(Uri.joinPath(folder, "docket.yaml"))) ||
    (await exists(Uri.joinPath(folder, ".docket/policy.yaml")))
  );
}
