import { defineConfig } from "vitest/config";

/** The layout test alone, without a Redis: part of `npm run check`. */
export default defineConfig({ test: { include: ["test/layout.test.ts"] } });
