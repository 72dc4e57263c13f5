/**
 * JUnit's XML, as CI servers read it: a suite a file, a case a finding; what is but told (`info`) does not fail.
 */
import { visibleLine } from '../write/visible.ts'
import { type CheckedFile, placeOf, type Reporting } from './reporter.ts'

export function junit(): Reporting {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="planparse check">\n',
    file: suite,
    end: () => '</testsuites>\n',
  }
}

function suite(file: CheckedFile): string {
  const name = escaped(file.path ?? '-')
  const failures = file.findings.filter(({ severity }) => severity !== 'info').length
  const cases = casesOf(file, name)
  const counts = `tests="${cases.length}" failures="${failures}" errors="${file.fault ? 1 : 0}" skipped="0"`
  return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

function casesOf(file: CheckedFile, name: string): string[] {
  const { path, findings, fault } = file
  if (fault) {
    const { code, reason } = fault
    return [testCase('read', name, `<error type="${escaped(code)}" message="${escaped(reason)}"/>`)]
  }
  if (findings.length === 0) return [testCase('check', name, '')]
  return findings.map((finding) => {
    const { start } = placeOf(finding, file)
    const { severity, rule, reason } = finding
    const line = escaped(`${path ?? '-'}:${start.line}:${start.column}: ${severity}: ${reason} [${rule}]`)
    const result =
      severity === 'info'
        ? `<system-out>${line}</system-out>`
        : `<failure type="${severity}" message="${escaped(reason)}">${line}</failure>`
    return testCase(`${rule} ${start.line}:${start.column}`, name, result)
  })
}

function testCase(name: string, className: string, result: string): string {
  const open = `    <testcase name="${escaped(name)}" classname="${className}"`
  return result === '' ? `${open}/>\n` : `${open}>${result}</testcase>\n`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML holds no control character, whatever its escape, and no noncharacter. */
function escaped(text: string): string {
  return visibleLine(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
