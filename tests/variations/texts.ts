/**
 * Changes to how a document is printed that change nothing of what it says, a row each: what is read of the changed one
 * must be the same. Each is a manner in which offices and web sites really print.
 */
import { displayWidth } from '../../src/text/chars.ts'
import { wrap } from '../layout/wrap.ts'
import { TABLE_MANNERS, type TableManner } from './tables.ts'

export interface Variation {
  id: string
  /** The changed text; the same where there is nothing to change. */
  vary(text: string): string
  /** Only for a document none of whose lines is a row or wrapped already. */
  prose?: true
}

const LABELS = '(?:牵头|责任|配合|主办|协办|承办)(?:单位|部门|科室|处室)'

export const VARIATIONS: readonly Variation[] = [
  ...of('digits', {
    'in full width': (text) => text.replace(/\d|(?<=\d)\./g, wide),
    'with blanks in dates': (text) => text.replace(/(\d)(年|月|日)/g, '$1 $2').replace(/(年|月)(\d)/g, '$1 $2'),
  }),
  ...of('signs', {
    'brackets in half width': (text) => text.replaceAll('（', '(').replaceAll('）', ')'),
    'colons and commas in half width': (text) =>
      text.replace(/[：；，]/g, (sign) => ({ '：': ':', '；': ';', '，': ',' })[sign] ?? ''),
    'a blank behind colons': (text) => text.replace(/：(?=[㐀-鿿])/g, '： '),
    'half-width quotation marks': (text) => text.replace(/[“”]/g, '"'),
    'corner brackets for quotation marks': (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
    'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
    'invisible characters behind stops': (text) => text.replaceAll('。', '。\u200b'),
  }),
  ...of('lines', {
    'ended with CRLF': (text) => text.replaceAll('\n', '\r\n'),
    'with blanks at their ends': (text) => text.replaceAll('\n', '  \n'),
    'with blank lines between': (text) => eachLine(text, (line) => (isRow(line) ? line : `${line}\n`)),
  }),
  ...[76, 64, 56].map(
    (width): Variation => ({
      id: `lines wrapped at ${width} columns`,
      prose: true,
      vary: (text) =>
        eachLine(text, (line) =>
          displayWidth(line) > width && !/^\s{8}/.test(line) ? wrap(line, width, 0).join('\n') : line,
        ),
    }),
  ),
  ...of('brackets of annotations', {
    lenticular: (text) => text.replace(/（((?:牵头|责任|配合|主办|承办)[^（）\n]*)）/g, '【$1】'),
    round: (text) => text.replace(/[〔【]((?:牵头|责任|配合|主办|承办)[^〔〕【】（）\n]*)[〕】]/g, '（$1）'),
    'on the next line': (text) =>
      text.replace(/([。；])([（〔【](?:牵头|责任|配合|主办)[^（）〔〕【】\n]*[）〕】])(?=\n)/g, '$1\n$2'),
    'before the stop': (text) =>
      text.replace(/。([（〔【](?:牵头|责任|配合|主办)[^（）〔〕【】\n]*[）〕】])(?=\n)/g, '$1。'),
    'with commas between labels': betweenLabels('，'),
    'with blanks between labels': betweenLabels('　'),
    'a bracket for each label': betweenLabels('）（'),
    'without colons': (text) => text.replace(/([（〔【])责任单位：(?=[㐀-鿿])/g, '$1责任单位'),
    'with a verb for a label': (text) =>
      text.replace(/([（〔【])责任单位：([^：；，（）〔〕【】\n]*)([）〕】])/g, '$1$2负责$3'),
  }),
  ...of('labels', {
    '责任部门, 完成时间': synonyms({
      责任单位: '责任部门',
      牵头单位: '牵头部门',
      配合单位: '配合部门',
      完成时限: '完成时间',
    }),
    '责任主体, 办结时限': synonyms({
      责任单位: '责任主体',
      牵头单位: '主办单位',
      配合单位: '协办单位',
      完成时限: '办结时限',
    }),
    '承办单位, 时限要求': synonyms({
      责任单位: '承办单位',
      牵头单位: '主办部门',
      配合单位: '参与单位',
      完成时限: '时限要求',
    }),
    'with blanks in them': (text) =>
      text.replace(/(?<=\n)责任单位：/g, '责 任 单 位：').replace(/(?<=\n)完成时限：/g, '完 成 时 限：'),
    'in lenticular brackets': atLabels('【$1】'),
    'behind a star': atLabels('★$1：'),
    'with a comma between names': (text) =>
      text.replace(new RegExp(`(?<=${LABELS}：[^\\n；。，）〕】]*)、`, 'g'), '，'),
  }),
  ...of('numbers', {
    '（一） with half-width brackets': (text) => text.replace(/^(\s*)（([一二三四五六七八九十]+)）/gm, '$1($2)'),
    '（一） with a blank': (text) => text.replace(/^(\s*)（([一二三四五六七八九十]+)）/gm, '$1（$2） '),
    '一 with a full stop': (text) => text.replace(/^(\s*)([一二三四五六七八九十]+)、/gm, '$1$2.'),
    '1 with 、': (text) => text.replace(/^(\s*)(\d{1,2})[.．](?!\d)/gm, '$1$2、'),
    '1 with a full-width stop': (text) => text.replace(/^(\s*)(\d{1,2})[.、](?!\d)/gm, '$1$2．'),
  }),
  ...of('around the document', {
    'a breadcrumb above': (text) => `当前位置：首页 > 政务公开 > 通知公告\n\n${text}`,
    'the foot of a page below': (text) => `${text.trimEnd()}\n\n【打印】【关闭】\n版权所有：云江县人民政府办公室\n`,
    'page numbers in it': withPageNumbers,
  }),
  ...TABLE_MANNERS.slice(1).map(
    (manner): Variation => ({ id: `tables: ${manner.id}`, vary: (text) => reprinted(text, manner) }),
  ),
]

function of(subject: string, changes: Readonly<Record<string, Variation['vary']>>): Variation[] {
  return Object.entries(changes).map(([id, vary]) => ({ id: `${subject}: ${id}`, vary }))
}

function wide(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n')
}

function isRow(line: string): boolean {
  return /[\t|｜│]/.test(line)
}

/** What parts the labels of one annotation. */
function betweenLabels(mark: string): Variation['vary'] {
  const gap =
    /(?<=[（〔【][^（）〔〕【】\n]*(?:单位|部门|时限|时间)：[^（）〔〕【】\n]*)；(?=(?:牵头|责任|配合|完成|办结))/g
  return (text) => text.replace(gap, mark)
}

function synonyms(words: Readonly<Record<string, string>>): Variation['vary'] {
  const label = new RegExp(`(?<=[\\n（〔【；，。\\s|])(?:${Object.keys(words).join('|')})(?=[：:\\t|\\n ])`, 'g')
  return (text) => text.replace(label, (word) => words[word] ?? word)
}

/** Labels that open a line. */
function atLabels(print: string): Variation['vary'] {
  return (text) => text.replace(new RegExp(`(?<=\\n)(${LABELS}|完成时限|完成时间)：`, 'g'), print)
}

const LINES_OF_A_PAGE = 30

function withPageNumbers(text: string): string {
  const lines = text.split('\n')
  const mayBreak = (at: number) => !isRow(lines[at] ?? '') && !isRow(lines[at + 1] ?? '')
  return lines
    .map((line, i) => (i % LINES_OF_A_PAGE === LINES_OF_A_PAGE - 1 && mayBreak(i) ? `${line}\n— ${i} —` : line))
    .join('\n')
}

/** Rows of tabs, and the headings of rows among them. */
const TABLE = /(?:^[^\n]*\t[^\n]*\n(?:^[^\t\n]{1,30}\n(?=[^\n]*\t))?)+/gm

/** The tables of tabs of a plain text in another manner; headings of rows between them stay as they are. */
function reprinted(text: string, { print, whole }: TableManner): string {
  return text.replace(TABLE, (table) => {
    const lines = table.trimEnd().split('\n')
    const rows = lines.flatMap((line) => (line.includes('\t') ? [line.split('\t').map((cell) => cell.trim())] : []))
    const width = rows[0]?.length ?? 0
    const isEven = rows.length > 2 && width > 2 && rows.every((row) => row.length === width)
    const isWhole = rows.every((row) => row.every((cell) => cell !== '' && !/\s/.test(cell)))
    if (!isEven || table.includes('"') || (whole && !isWhole)) return table
    const printed = print(rows)
    if (rows.length === lines.length) return `${printed.join('\n')}\n`
    // Each row on one line: the headings of rows keep their places among them.
    if (printed.length !== rows.length) return table
    return lines.map((line) => `${line.includes('\t') ? printed.shift() : line}\n`).join('')
  })
}
