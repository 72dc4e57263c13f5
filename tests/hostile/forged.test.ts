/**
 * Nothing that a document, or the name of a file, holds begins a line of its own in what is shown to people: what ends a line
 * for some terminal, pager or editor is a blank there, or is shown as `\u2028`. A forged line would tell of a task that is
 * not there, or of a file in which nothing is wrong.
 */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { inProcess, scratch } from '../cli/hosts.ts'

/** What ends a line in a file name; in a document all of them but the first may be inside a cell or a paragraph. */
const ENDS = {
  'line feed': '\n',
  CR: '\r',
  CRLF: '\r\n',
  'vertical tab': '\v',
  'form feed': '\f',
  NEL: '\u0085',
  LS: '\u2028',
  PS: '\u2029',
}
/** As a line of the program would look. */
const FORGED = 'FORGED.txt:1:1: error: 伪造的一行 [unreadable]'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

interface Forger {
  /** Within each part of a document. */
  inside: string
  /** Within the name of the file. */
  inName: string
}

/** A document as text, one as a table whose quoted cells may hold line ends, and a file that cannot be read. */
function files({ inside, inName }: Forger): Record<string, string> {
  const text = `云江县2023年工作要点${inside}
一、夯实基础${inside}
（一）完善台账${inside}(含清单${inside})。〔责任单位：办公室${inside}、法规科；完成时限：6月底${inside}；备注：甲${inside}〕
二、${inside}（含
`
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`
  const rows = [
    ['序号', '工作任务', '责任单位', '完成时限', '进展情况'],
    ['1', `开展检查${inside}。`, `办公室${inside}`, `6月底${inside}`, `已完成${inside}`],
    [`2${inside}`, `通报${inside}(结果。`, `${inside}甲局`, `适时${inside}`, `${inside}`],
  ]
  return {
    [`a${inName}.txt`.replaceAll('/', '／')]: text,
    [`b${inName}.csv`.replaceAll('/', '／')]: rows.map((row) => row.map(cell).join(',')).join('\r\n'),
    [`c${inName}.docx`.replaceAll('/', '／')]: 'PK\u0003\u0004',
  }
}

const COMMANDS: Record<string, string[]> = {
  tree: ['-f', 'tree', '--no-color'],
  'tasks by unit': ['-f', 'tree', '--by', 'unit', '--no-color'],
  summary: ['--summary', '--no-color'],
  explain: ['--explain'],
  verify: ['verify', '--map'],
  check: ['check', '--no-color'],
}

/** Where what is shown begins a line, for whoever ends lines at any of these. */
const LINES = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** Both streams, and how many lines may begin with the words: those of a unit that the document gives this very name. */
async function shown(argv: readonly string[], forger: Forger, columns?: number) {
  const given = files(forger)
  folder?.drop()
  folder = scratch(given)
  const { path } = folder
  const run = (words: readonly string[]) =>
    inProcess({ argv: [...words, '--', ...Object.keys(given)], cwd: path, ...(columns && { columns }) })
  const { stdout, stderr } = await run(argv)
  const { documents, total }: Units = JSON.parse((await run(['-q', '--summary', '-f', 'json'])).stdout)
  const named = ({ units }: { units: { name: string }[] }) =>
    units.filter(({ name }) => name.startsWith('FORGED')).length
  const ofEach = documents.reduce((sum, each) => sum + named(each), 0)
  const listed = argv.includes('--summary') ? ofEach + named(total) : argv.includes('--by') ? ofEach : 0
  const text = stdout + stderr
  return { text, begun: text.split(LINES).filter((line) => line.startsWith('FORGED')), listed }
}
interface Units {
  documents: { units: { name: string }[] }[]
  total: { units: { name: string }[] }
}

describe.each(Object.entries(COMMANDS))('%s', (_name, argv) => {
  test.each(Object.entries(ENDS))('%s makes no line', async (_end, end) => {
    for (const columns of [undefined, 60]) {
      const { text, begun, listed } = await shown(argv, { inside: end + FORGED, inName: end + FORGED }, columns)
      expect(text).toContain('FORGED')
      expect(begun).toHaveLength(listed)
    }
  })
})

test('no combination of them does', async () => {
  const ends = fc.array(
    fc.constantFrom(...Object.values(ENDS), '\t', ' ', '\u202e', '\u200b', '\u2060', '\ufeff', '甲', '。', '"', '〕'),
    { maxLength: 4 },
  )
  const forger = fc
    .tuple(ends, ends)
    .map(([inside, inName]) => ({ inside: inside.join('') + FORGED, inName: inName.join('') + FORGED }))
  await fc.assert(
    fc.asyncProperty(
      forger,
      fc.constantFrom(...Object.values(COMMANDS)),
      fc.constantFrom(undefined, 40),
      async (forger, argv, columns) => {
        const { begun, listed } = await shown(argv, forger, columns)
        expect(begun).toHaveLength(listed)
      },
    ),
    { numRuns: 150 },
  )
})
