/** The machine's clock. */
import type { Clock, Moment } from "../workspace/ports";

/** Today is the local day: a record that is filed in the evening is not one of tomorrow. */
export const systemClock: Clock = {
  today: () => toLocal(new Date()).date,
  now: () => {
    const date = new Date();
    return { local: toLocal(date), utc: toMoment(date) };
  },
};

const MINUTE = 60_000;

/** What UTC's clocks show once they have been put forward as far as those here. */
function toLocal(date: Date): Moment {
  return toMoment(new Date(date.getTime() - date.getTimezoneOffset() * MINUTE));
}

function toMoment(date: Date): Moment {
  const [day = "", time = ""] = date.toISOString().split("T");
  return { date: day, time: time.slice(0, "HH:MM:SS".length) };
}
