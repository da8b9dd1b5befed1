/** What is asked and answered while a new document, or those of a work item, are made from templates. */

/** From where a new document is asked for. */
export interface TemplatesParams {
  /** URI of a folder of the workspace. */
  readonly folder: string;
  /** URI of the document or the folder that the command was called on. */
  readonly at?: string;
  /** Whether `at` is the folder in which the document is to be. */
  readonly placed?: boolean;
}

export interface TemplateChoice {
  /** Of the policy that offers it, relative to the repository. */
  readonly policy: string;
  readonly id: string;
  readonly title: string;
  /** One sentence, or empty. */
  readonly description: string;
  /** The class's name, such as `Delivery Record (Class 7)`. */
  readonly class: string;
  /** The folder of the new document, relative to the folder of the workspace; null where it is to be asked for. */
  readonly folder: string | null;
  /** The file-name pattern, such as `{id}-{slug}.md`. */
  readonly fileName: string;
  /** Whether the folder that the command was called on is a right one. */
  readonly fits: boolean;
}

/** What kinds of work items the policy can start, such as `feature`. */
export interface WorkItemKind {
  readonly policy: string;
  readonly name: string;
  /** Titles of the documents that it starts with, the one with the gates first. */
  readonly documents: readonly string[];
}

/** A policy by whose tasks reports are written. */
export interface ReportChoice {
  /** Its path. */
  readonly policy: string;
  readonly name: string;
}

/** A new document, or those of a new work item, as far as they are answered. */
export interface DraftParams extends TemplatesParams {
  readonly policy: string;
  /** The id of the template; else the kind of the work item, or a report. */
  readonly template?: string;
  readonly workItem?: string;
  /** True for a new report, with its prompt file. */
  readonly report?: true;
  /** By the names of questions. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface AnswerParams extends DraftParams {
  readonly name: string;
  readonly value: string;
}

export interface TemplateQuestion {
  readonly name: string;
  readonly prompt: string;
  readonly example: string;
  /** What is proposed; empty where nothing suggests itself. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly description: string }[];
  /** Whether nothing but the choices will do. */
  readonly strict: boolean;
  /** Whether it may be left empty. */
  readonly optional: boolean;
  /** One-based. */
  readonly step: number;
  readonly steps: number;
}

/** Nothing is written yet. */
export interface NewDocuments {
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  /** Why there are none, as one or more sentences, or null. */
  readonly refusal: string | null;
}
