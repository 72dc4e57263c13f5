/** docs/rules.md says what each rule looks for; it is made from the rules (UPDATE=1 writes it anew). */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../../src/check/index.ts'
import type { Rule } from '../../src/check/rule.ts'

const FILE = join(import.meta.dirname, '../../docs/rules.md')
const rules: readonly Rule[] = RULES

const block = (texts: readonly string[]) => texts.map((text) => `\`\`\`text\n${text.trim()}\n\`\`\`\n`).join('\n')

function section({ id, severity, title, help, fixable, examples: { bad, good } }: Rule): string {
  const shown = bad.filter((text) => text.trim() !== '')
  return `## ${id}

${title.zh} · ${title.en} — \`${severity}\`${fixable ? ', mended by `--fix`' : ''}

${help.zh}

${help.en}
${shown.length > 0 ? `\nFound:\n\n${block(shown)}` : ''}
Not found:

${block(good)}`
}

const PAGE = `# Rules of \`planparse check\`

Made from the rules of the program by a test; edit the rules, not this page.

\`error\` is what is surely a fault, \`warning\` what most likely is one, \`info\` a suspicion, or what only looks uneven.
Findings do not change the exit status; with \`--fail-on warning\` (or \`--strict\`) it is 1 where there is a warning or an
error, with \`--fail-on error\` where there is an error, and 2 always where an input could not be read.

In the examples ⟦ and ⟧ stand around the words of a finding; where there are none, the finding is about the whole document.
Most of them are the middle of a document whose title, issuer and date are in order.

Places are those of the text as it was read: of a Word file, a PDF or a spreadsheet the text that \`--stage text\` prints.

\`--fix\` changes plain text and Markdown only, keeps encoding, line ends and every other byte of the file, and makes no fix
after which the document would be read otherwise but for the characters changed. Without \`--write\` the corrected text of
one file goes to standard output or to \`-o\`.

| rule | severity | \`--fix\` | |
| --- | --- | --- | --- |
${rules.map(({ id, severity, fixable, title }) => `| [${id}](#${id}) | ${severity} | ${fixable ? 'yes' : ''} | ${title.zh} · ${title.en} |`).join('\n')}

${rules.map(section).join('\n')}`

test('the page of rules is that of the rules', () => {
  if (process.env.UPDATE) writeFileSync(FILE, PAGE)
  expect(readFileSync(FILE, 'utf8')).toBe(PAGE)
})
