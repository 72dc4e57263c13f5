import { defineConfig } from 'vitest/config'

/** The fast tests alone, in which `npm run mutate` looks for those that see a fault put into the core. */
export default defineConfig({
  test: {
    include: [
      'tests/text/**/*.test.ts',
      'tests/deadline/**/*.test.ts',
      'tests/outline/**/*.test.ts',
      'tests/annotate/**/*.test.ts',
      'tests/resolve/**/*.test.ts',
      'tests/library/read-units.test.ts',
      'tests/terms/tables.test.ts',
      'tests/verify/promises.test.ts',
      'tests/parse.test.ts',
      'tests/regressions.test.ts',
      'tests/fixtures.test.ts',
    ],
    setupFiles: ['scripts/mutate.setup.ts'],
    // A fault is switched on by a global; no module need be loaded anew for it.
    isolate: false,
    testTimeout: 120_000,
  },
})
