/** Loaded before a measured program: writes its peak memory in KB to the file that DOCKET_BENCH_USAGE names. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  writeFileSync(process.env.DOCKET_BENCH_USAGE, String(process.resourceUsage().maxRSS));
});
