import { defineConfig } from 'vitest/config'

/** Where CI wants the counts as JSON. */
const report = process.env.PLANPARSE_TEST_REPORT

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/bundle.ts'],
    // Processes are started in some of them, on machines that may be busy.
    testTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
