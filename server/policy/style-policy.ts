/** A house style as the rules see it. */

/** What a house says of a separator, a line `---`, at one sort of place. */
type Separation = "required" | "allowed" | "forbidden";

/** The parts into which headings divide a document: main sections, their subsections, the parts of a details block. */
export type SectionRole = "main" | "sub" | "inner";

export type TitleCase = "snake_case" | "kebab-case";

export interface StylePolicy {
  /** The title that the front matter has to hold; undefined where none is asked for. */
  readonly title: { readonly field: string; readonly case: TitleCase | undefined } | undefined;
  /** The level, 1 to 6, of the headings of each part; undefined where the house has no such part. */
  readonly levels: Readonly<Record<SectionRole, number | undefined>>;
  readonly numberedHeadings: boolean;
  /** Finds a number made with one of the policy's words at the start of a heading: `Section 3: `. */
  readonly namedNumber: RegExp | undefined;
  readonly separators: Readonly<Record<SectionRole | "details" | "elsewhere", Separation>>;
  /** Undefined where the house says nothing of details blocks. */
  readonly details: DetailsStyle | undefined;
  readonly numberedLists: boolean;
  /** True when a block of a list item stands right below the item's text. */
  readonly indentBlocks: boolean;
  /** True when every fence names a language. */
  readonly fenceLanguage: boolean;
  /** The languages that may be named, as the policy writes them; any when empty. */
  readonly fenceLanguages: readonly string[];
  readonly defaultLanguage: string;
  readonly boldFirstColumn: boolean;
  /** Finds the symbols that stand in backticks together with their number; undefined where none do. */
  readonly bareSymbol: RegExp | undefined;
}

interface DetailsStyle {
  readonly holdContent: boolean;
  readonly onePerSection: boolean;
  readonly bulletsOnly: boolean;
  /** Folded. */
  readonly vagueSummaries: readonly string[];
}
