/** Tells whether the workspace has a policy, now and whenever that changes. */
import { commands, Disposable, FileType, Uri, workspace } from "vscode";

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

async function hasPolicy(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return false;
  const found = await workspace.findFiles(`**/${names}`, "**/node_modules/**", 1);
  if (found.length > 0) return true;
  for (const { uri } of folders) if (await hasPolicyAbove(uri)) return true;
  return false;
}

/** A folder within a repository is governed by the repository's policy. */
async function hasPolicyAbove(folder: Uri): Promise<boolean> {
  let present = false;
  let current = folder;
  while (!(await exists(current, ".git"))) {
    const parent = Uri.joinPath(current, "..");
    // Outside of a repository, a policy above is somebody else's.
    if (parent.path === current.path) return false;
    current = parent;
    present ||= (await exists(current, "docket.yaml")) || (await exists(current, ".docket/policy.yaml"));
  }
  return present;
}

async function exists(folder: Uri, name: string): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, name));
    return type !== FileType.Unknown;
  } catch {
    return false;
  }
}
