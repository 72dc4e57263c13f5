import { defineConfig } from 'vitest/config'

/** The fast tests alone, in which `npm run mutate` looks for those that see a fault put into the core. */
export default defineConfig({
  test: {
    include: [
      'tests/text/**/*.test.ts',
      'tests/deadline/**/*.test.ts',
      'tests/terms/tables.test.ts',
      'tests/parse.test.ts',
      'tests/fixtures.test.ts',
      'tests/same-tasks.test.ts',
    ],
    testTimeout: 30_000,
  },
})
