/** Loaded before a measured program: writes what it used to the file that DOCKET_BENCH_USAGE names. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { mb: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.DOCKET_BENCH_USAGE, JSON.stringify(usage));
});
