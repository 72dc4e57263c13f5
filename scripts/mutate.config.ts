import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The fast tests alone, in which `npm run mutate` looks for those that see a fault put into the core; or those that
 * `MUTATE_TESTS` names (`tests/text/**`, separated by commas), which is quicker for a leaf.
 */
const TESTS = process.env.MUTATE_TESTS?.split(',')

const FAST = [
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
]

/** The quick ones first: the first that fails ends the search. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse()
  }
}

export default defineConfig({
  test: {
    include: TESTS ?? FAST,
    setupFiles: ['scripts/mutate.setup.ts'],
    // A fault is switched on by a global; no module need be loaded anew for it.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 120_000,
  },
})
