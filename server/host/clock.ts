/** The machine's clock. */
import type { Clock } from "../workspace/ports";

/** Today is the local day: a record that is filed in the evening is not one of tomorrow. */
export const systemClock: Clock = {
  today: () => {
    const now = new Date();
    const month = String(now.getMonth() + 1).padStart(2, "0");
    return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
  },
};
