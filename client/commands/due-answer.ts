/** A deadline as it is typed: a date, `today`, `+7` for days from today, or words. */
import type { Translate } from "../translate";

const DAY = 86_400_000;
const RELATIVE = /^\+\s*(\d{1,4})$/;
const DATE_LIKE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** What is written: ISO for what is short for a date, anything else as it is. `today` is ISO. */
export function toDue(answer: string, today: string): string {
  const typed = answer.trim();
  const days = typed.toLowerCase() === "today" ? 0 : RELATIVE.exec(typed)?.[1];
  if (days === undefined) return typed;
  return new Date(Date.parse(`${today}T00:00:00Z`) + Number(days) * DAY).toISOString().slice(0, 10);
}

interface Mistake {
  readonly message: string;
  /** False for what may be written all the same. */
  readonly blocks: boolean;
}

/** One sentence on what is wrong with an answer; undefined for a date. */
export function findDueMistake(answer: string, today: string, t: Translate): Mistake | undefined {
  const due = toDue(answer, today);
  if (due === "") return { message: t("Write a date such as {0}, today, or +7.", today), blocks: true };
  if (ISO.test(due) && isDay(due)) return undefined;
  if (DATE_LIKE.test(due))
    return { message: t("{0} is no date as YYYY-MM-DD. Write one such as {1}.", due, today), blocks: true };
  return {
    message: t("Words are no deadline that anybody can keep an eye on. Better write a date."),
    blocks: false,
  };
}

/** True for a day that the calendar has. */
function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
