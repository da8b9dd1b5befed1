/** Asks what a new document needs, one question after the other; the server knows the questions and judges the answers. */
import type { QuickPick, QuickPickItem } from "vscode";
import { Disposable, l10n, QuickInputButtons, window } from "vscode";
import type { TemplateQuestion } from "../../server/protocol/new-document";

export type Answers = Readonly<Record<string, string>>;

export interface Asking {
  readonly title: string;
  /** The first question without an answer; undefined when there is none left. */
  readonly next: (answers: Answers) => Promise<TemplateQuestion | undefined>;
  /** What is wrong with an answer, or undefined. */
  readonly check: (answers: Answers, name: string, value: string) => Promise<string | undefined>;
}

/** Undefined when the author gave up. What is `given` is not asked for where it will do. */
export async function askAnswers(
  { title, next, check }: Asking,
  given: Readonly<Record<string, unknown>>,
): Promise<Answers | undefined> {
  const asked: string[] = [];
  /** What was answered before the author went back. */
  const before = new Map<string, string>();
  let answers: Answers = {};
  for (;;) {
    const question = await next(answers);
    if (question === undefined) return answers;
    const { name } = question;
    const known = before.has(name) ? undefined : given[name];
    if (typeof known === "string" && (await check(answers, name, known)) === undefined) {
      answers = { ...answers, [name]: known };
      continue;
    }
    const judge = (value: string) => check(answers, name, value);
    const answer = await ask(
      { ...question, value: before.get(name) ?? question.value },
      title,
      asked.length > 0,
      judge,
    );
    if (answer === undefined) return undefined;
    if (answer !== BACK) {
      asked.push(name);
      answers = { ...answers, [name]: answer };
      continue;
    }
    const last = asked.pop() ?? "";
    before.set(last, answers[last] ?? "");
    // what was answered after it may follow from it
    const names = Object.keys(answers);
    answers = Object.fromEntries(Object.entries(answers).slice(0, names.indexOf(last)));
  }
}

const BACK = Symbol("back");
type Judge = (value: string) => Promise<string | undefined>;
type Answer = string | typeof BACK | undefined;

function ask(question: TemplateQuestion, title: string, mayGoBack: boolean, judge: Judge): Promise<Answer> {
  return question.choices.length === 0
    ? askText(question, title, mayGoBack, judge)
    : askChoice(question, title, mayGoBack, judge);
}

function askText(
  question: TemplateQuestion,
  title: string,
  mayGoBack: boolean,
  judge: Judge,
): Promise<Answer> {
  const box = window.createInputBox();
  box.prompt = renderPrompt(question);
  box.value = question.value;
  let latest = 0;
  const show = async (): Promise<boolean> => {
    const turn = ++latest;
    const mistake = await judge(box.value.trim());
    if (turn === latest) box.validationMessage = mistake;
    return turn === latest && mistake === undefined;
  };
  const changed = box.onDidChangeValue(show);
  // a proposal may be wrong already: such a file may exist
  if (question.value !== "") show();
  return settle(box, question, title, mayGoBack, changed, async () => {
    const value = box.value.trim();
    return (await show()) ? value : undefined;
  });
}

/** An answer of the author's own is the first row, with what is wrong with it. */
function askChoice(
  question: TemplateQuestion,
  title: string,
  mayGoBack: boolean,
  judge: Judge,
): Promise<Answer> {
  const pick = window.createQuickPick<QuickPickItem & { readonly value: string | undefined }>();
  const rows = question.choices.map(({ value, description }) => ({ label: value, description, value }));
  const skip = question.optional
    ? [
        {
          label: l10n.t("Leave open"),
          description: l10n.t("to be filled in later"),
          value: "",
          alwaysShow: true,
        },
      ]
    : [];
  pick.items = [...rows, ...skip];
  pick.matchOnDescription = true;
  const proposed = rows.find(({ value }) => value === question.value);
  if (proposed !== undefined) pick.activeItems = [proposed];
  let latest = 0;
  const changed = pick.onDidChangeValue(async (typed) => {
    const turn = ++latest;
    const value = typed.trim();
    const isOwn = value !== "" && !rows.some((row) => row.value === value);
    const mistake = isOwn ? await judge(value) : undefined;
    if (turn !== latest) return;
    const own = {
      label: value,
      detail: mistake ?? "",
      value: mistake === undefined ? value : undefined,
      alwaysShow: true,
    };
    // what only begins with the words of a choice is no answer yet
    pick.items =
      isOwn && !(question.strict && mistake !== undefined) ? [...rows, own, ...skip] : [...rows, ...skip];
  });
  return settle(pick, question, title, mayGoBack, changed, async () => {
    const [chosen] = (pick as QuickPick<QuickPickItem & { readonly value: string | undefined }>)
      .selectedItems;
    const value = chosen?.value;
    return value === undefined || (await judge(value)) !== undefined ? undefined : value;
  });
}

type Input =
  | ReturnType<typeof window.createInputBox>
  | QuickPick<QuickPickItem & { readonly value: string | undefined }>;

/** Shows it until it is accepted with an answer that will do, left, or gone back from. */
function settle(
  input: Input,
  question: TemplateQuestion,
  title: string,
  mayGoBack: boolean,
  changed: Disposable,
  accepted: () => Promise<string | undefined>,
): Promise<Answer> {
  input.title = title;
  input.step = question.step;
  input.totalSteps = question.steps;
  input.placeholder = renderPlaceholder(input, question);
  input.ignoreFocusOut = true;
  if (mayGoBack) input.buttons = [QuickInputButtons.Back];
  const own: { dispose: () => unknown }[] = [input, changed];
  return new Promise<Answer>((resolve) => {
    own.push(
      input.onDidTriggerButton(() => resolve(BACK)),
      input.onDidHide(() => resolve(undefined)),
      input.onDidAccept(async () => {
        const answer = await accepted();
        if (answer !== undefined) resolve(answer);
      }),
    );
    input.show();
  }).finally(() => Disposable.from(...own).dispose());
}

function renderPrompt({ prompt, optional }: TemplateQuestion): string {
  return optional ? l10n.t("{0} (may be left open)", prompt) : prompt;
}

/** A list has no line for the prompt. */
function renderPlaceholder(input: Input, question: TemplateQuestion): string {
  const example = question.example === "" ? "" : l10n.t("such as {0}", question.example);
  if (!("items" in input)) return example;
  return example === "" ? renderPrompt(question) : `${renderPrompt(question)}, ${example}`;
}
