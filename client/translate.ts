/** How the data of views gets its words, so that it can be made without VS Code: `l10n.t` is one. */

/** `{0}`, `{1}`… stand for the values. */
export type Translate = (message: string, ...values: (string | number)[]) => string;
