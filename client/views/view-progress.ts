/** The moving line at the top of a view, while something is being found out. */
import { window } from "vscode";

export function createViewProgress(viewId: string): {
  readonly show: (busy: boolean) => void;
  readonly dispose: () => void;
} {
  let end: (() => void) | undefined;
  const show = (busy: boolean): void => {
    if (busy === (end !== undefined)) return;
    end?.();
    end = undefined;
    if (!busy) return;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    window.withProgress({ location: { viewId } }, () => ended);
  };
  return { show, dispose: () => show(false) };
}
