import { defineConfig } from "vitest/config";

/** A test that hangs ends here. The slowest take 20 s on an idle machine, and five times that beside others. */
const SLOW_TEST_MS = 600_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/redis-global.ts"],
    setupFiles: ["test/support/property-seed.ts"],
    testTimeout: SLOW_TEST_MS,
    hookTimeout: SLOW_TEST_MS,
    // Two cores: one for the tests, one for Redis, threads and loopback servers.
    maxWorkers: 2,
  },
});
