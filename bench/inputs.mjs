// What is measured: plan documents of any size, and texts made to be hard.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** A document of the project's own, for a run of the whole program. */
export const NOTICE = join(FIXTURES, readdirSync(FIXTURES).toSorted()[0], 'input.txt')

/** The project's own fixtures, again and again, up to a number of bytes. */
export function plans(bytes) {
  return filled(`${fixtures().join('\n')}\n`, bytes)
}

/** So many notices, each with its name: the fixtures in turn, and no two the same. */
export function notices(count) {
  const texts = fixtures()
  return Array.from({ length: count }, (_, i) => [`${i}.txt`, `${texts[i % texts.length]}\n（第${i}份）\n`])
}

function fixtures() {
  return readdirSync(FIXTURES)
    .toSorted()
    .map((name) => readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8'))
}

function filled(piece, bytes) {
  return piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)))
}

/** Texts on which a parser that looks back, or far ahead, takes more than linear time; each of a number of bytes. */
export const HOSTILE = {
  'short headings without 。': (bytes) => filled('一、夯实基础\n', bytes),
  'title-like lines': (bytes) => filled('一二三\n', bytes),
  'titles, one after another': (bytes) => filled('云江县重点工作实施方案\n', bytes),
  'organs above titles': (bytes) =>
    filled('云江县人民政府\n\n第1号重点工作安排实施方案\n一、抓好工作。\n云江县人民政府\n2023年3月1日\n', bytes),
  items: (bytes) => filled('1.\n', bytes),
  'labels in one line': (bytes) => filled('责任单位：县教育局；完成时限：6月底前；', bytes),
  'labels, a line each': (bytes) => filled('责任单位：\n', bytes),
  'brackets in one line': (bytes) => filled('夯实基础（县教育局）', bytes),
  'brackets after each other': (bytes) => filled('（一）', bytes),
  'brackets that hold a year, in a heading': (bytes) => `一、${filled('。（2023年）（一）', bytes)}`,
  'unclosed brackets': (bytes) => filled('〔', bytes),
  'an unclosed bracket a line': (bytes) => filled('夯实〔基础\n', bytes),
  closers: (bytes) => filled('）', bytes),
  'quotation marks that open': (bytes) => filled('“夯实', bytes),
  'titles that open': (bytes) => filled('《夯实', bytes),
  'one long line': (bytes) => filled('夯实基础，', bytes),
  'one line of deadlines': (bytes) => filled('于6月底前，', bytes),
  'digits in one line': (bytes) => filled('12', bytes),
  'blank lines': (bytes) => filled('\n', bytes),
  blanks: (bytes) => `一${filled(' ', bytes)}二`,
  'blanks in a heading': (bytes) => `一、夯实${filled(' ', bytes)}基础\n（一）推进工作\n（二）推进任务\n`,
  'blanks in a name': (bytes) => `1.推进工作。〔责任单位：县教育局${filled(' ', bytes)}某 某〕\n`,
  'conjunctions in a name': (bytes) => `1.推进工作。〔责任单位：县教育局${filled('和', bytes)}县财政局〕\n`,
  'blank lines below a Markdown heading': (bytes) => `# 计划\n${filled('\n', bytes)}`,
  'a line that is nearly a rule': (bytes) => `|一|二|\n|${filled('-', bytes)}x\n`,
  tabs: (bytes) => filled('夯实\t基础\n', bytes),
  bars: (bytes) => filled('|', bytes),
  'a bar a line': (bytes) => filled('|\n', bytes),
  'page numbers': (bytes) => filled('— 1 —\n', bytes),
  'headers of tables': (bytes) => filled('序号\n任务\n责任单位\n', bytes),
}

const markdown = (piece) => (bytes) => `# 计划\n\n${filled(piece, bytes)}`

/** Markdown on which its parser looks back, or copies what it has read, unless it is kept from it. */
export const HOSTILE_MARKDOWN = {
  quotes: markdown('> 一\n\n'),
  'quotes in quotes': markdown('>>>>>>>>>>>> 一\n\n'),
  'lists in lists': markdown('- 一\n  - 二\n    - 三\n'),
  'underlined headings': markdown('一\n=\n'),
  'emphasis that never agrees': markdown('*一_'),
  'links that never close': markdown('[一]('),
  images: markdown('!['),
  'ends of links': markdown('一]'),
  'runs of backticks': markdown('`一``'),
  addresses: markdown('一.a-+'),
}
