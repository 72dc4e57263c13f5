/** The findings as JSON; `CheckReport` of `plan.ts` is its schema. */
import type { CheckReport } from '../plan.ts'
import type { Reporting } from './reporter.ts'

export function json(): Reporting {
  let count = 0
  return {
    begin: () => '{"version":1,"files":[',
    file({ path, fault, findings }) {
      const file: CheckReport['files'][number] = { path, fault, findings: [...findings] }
      return `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(file)}`
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  }
}
