import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts", "web/**/*.test.ts"],
    // Tests of the command line start processes; two cores may be busy with other files.
    testTimeout: 30_000,
  },
});
