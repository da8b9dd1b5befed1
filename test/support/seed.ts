/**
 * Property tests draw the same values in each run, so that a change is judged by what it changes. Another seed, as in
 * `DOCKET_SEED=7 npx vitest run`, draws others; `DOCKET_SEED=random` draws new ones in each run.
 */
import { configureGlobal, readConfigureGlobal } from "fast-check";

const asked = process.env.DOCKET_SEED ?? "20260101";
if (asked !== "random") configureGlobal({ ...readConfigureGlobal(), seed: Number(asked) });
