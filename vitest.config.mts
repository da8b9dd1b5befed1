import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**", "**/node_modules/**"],
    setupFiles: ["test/support/seed.ts"],
    pool: "threads",
    testTimeout: 30_000,
  },
});
