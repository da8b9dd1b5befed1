/**
 * Makes V8 inline less. A command runs for a few seconds at most, in which much of the code runs in its slow form while
 * V8 works on the fast one: with less to inline that is there sooner, and the other core is free to read ahead.
 * Measured on 10,000 documents: a tenth of the time, and a fifth of all CPU.
 */
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--max-inlined-bytecode-size-cumulative=120");
