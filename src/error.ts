/**
 * Wrong use: the only thing planparse ever throws for. What stands in a document never does; that is a message
 * (`message.ts`). A fault has a code from a closed set and one sentence that says what to do, in Chinese and English.
 */
import type { Lang } from './message.ts'

/** What a sentence about a fault names. */
export interface FaultDetail {
  /** The thing that is wrong: an option, a name, a path. */
  name: string
  /** The known name that is most like it. */
  near?: string | undefined
  /** All names that would have been right; for a system's error, what it says. */
  known?: readonly string[] | undefined
}

type FaultText = Record<Lang, (detail: FaultDetail) => string>

const nearZh = ({ near }: FaultDetail) => (near ? `，是不是 ${near}？` : '；')
const nearEn = ({ near }: FaultDetail) => (near ? ` (did you mean ${near}?)` : '')
const list = ({ known }: FaultDetail, comma: string) => (known ?? []).join(comma)

export const FAULTS = {
  'unknown-option': {
    zh: (d) => `没有选项 ${d.name}${nearZh(d)}全部选项见 planparse --help`,
    en: (d) => `there is no option ${d.name}${nearEn(d)}; planparse --help lists them all`,
  },
  'option-without-value': {
    zh: (d) => `选项 ${d.name} 后面缺少它的值；写法见 planparse --help`,
    en: (d) => `the option ${d.name} needs a value; planparse --help shows how to write it`,
  },
  'unknown-value': {
    zh: (d) => `不认识 ${d.name}${nearZh(d)}可用的有：${list(d, '、')}`,
    en: (d) => `unknown ${d.name}${nearEn(d)}; use one of: ${list(d, ', ')}`,
  },
  'unknown-format': {
    zh: (d) => `没有名为“${d.name}”的格式${nearZh(d)}可用的有：${list(d, '、')}`,
    en: (d) => `there is no format "${d.name}"${nearEn(d)}; use one of: ${list(d, ', ')}`,
  },
  'unknown-encoding': {
    zh: (d) => `没有名为“${d.name}”的编码${nearZh(d)}请写 auto，或 utf-8、gb18030、big5、utf-16le 等编码名`,
    en: (d) =>
      `there is no encoding "${d.name}"${nearEn(d)}; use auto, or a label such as utf-8, gb18030, big5, utf-16le`,
  },
  'bad-year': {
    zh: (d) => `--year 应为四位数的年份，例如 2023，而不是“${d.name}”`,
    en: (d) => `--year takes a year of four digits, such as 2023, not "${d.name}"`,
  },
  'bad-date': {
    zh: (d) => `--issued-on 应为日期，例如 2023-05-30，而不是“${d.name}”`,
    en: (d) => `--issued-on takes a date such as 2023-05-30, not "${d.name}"`,
  },
  'format-not-built': {
    zh: (d) => `这一版还不支持 ${d.name} 格式；可用的有：${list(d, '、')}`,
    en: (d) => `the format ${d.name} is not in this version yet; use one of: ${list(d, ', ')}`,
  },
  'command-not-built': {
    zh: (d) => `这一版还没有 ${d.name} 命令；如果要读的是同名文件，请写成 ./${d.name}`,
    en: (d) => `the command ${d.name} is not in this version yet; to read a file of that name, write ./${d.name}`,
  },
  'input-not-built': {
    zh: (d) => `这一版还读不了 ${d.name} 文件；请先另存为纯文本（.txt），或用 --from text 按纯文本读`,
    en: (d) =>
      `this version does not read ${d.name} files yet; save it as plain text (.txt), or force that with --from text`,
  },
  'no-input': {
    zh: () => '没有给出文件；请写文件或文件夹的路径，或把文字从管道送入',
    en: () => 'no file was named; give files or folders, or pipe a text in',
  },
  'no-phrase': {
    zh: () => '没有给出时限短语；请写在命令后面，或从管道送入，每行一个',
    en: () => 'no phrase was given; write them after the command, or pipe them in, one a line',
  },
  'output-without-format': {
    zh: (d) => `从“${d.name}”的扩展名看不出输出格式；请用 -f 指明，可用的有：${list(d, '、')}`,
    en: (d) => `the name "${d.name}" does not tell the output format; name it with -f: ${list(d, ', ')}`,
  },
  'output-is-input': {
    zh: (d) => `输出文件 ${d.name} 就是输入文件，不能覆盖；请换一个 -o`,
    en: (d) => `the output ${d.name} is one of the inputs and would overwrite it; choose another -o`,
  },
  'output-collision': {
    zh: (d) => `${list(d, ' 和 ')} 会写到同一个文件 ${d.name}；请分开处理，或给文件改名`,
    en: (d) => `${list(d, ' and ')} would both be written to ${d.name}; convert them apart, or rename one`,
  },
  'output-unwritable': {
    zh: (d) => `写不了 ${d.name}（${list(d, '；')}）；请检查路径、权限和磁盘空间`,
    en: (d) => `cannot write ${d.name} (${list(d, '; ')}); check the path, the permissions and the disk space`,
  },
  'file-missing': {
    zh: () => '没有这个文件或文件夹；请检查路径',
    en: () => 'there is no such file or folder; check the path',
  },
  unreadable: {
    zh: (d) => `读不了（${list(d, '；')}）；请检查路径和权限`,
    en: (d) => `cannot be read (${list(d, '; ')}); check the path and the permissions`,
  },
  'empty-folder': {
    zh: (d) => `文件夹里没有可读的文件（${list(d, '、')}）`,
    en: (d) => `the folder holds no file to read (${list(d, ', ')})`,
  },
  internal: {
    zh: (d) => `程序内部错误，请报告这个问题：${d.name}`,
    en: (d) => `a fault in planparse itself, please report it: ${d.name}`,
  },
} satisfies Record<string, FaultText>

export type FaultCode = keyof typeof FAULTS

/** Wrong use of the program or the library. `message` is the Chinese sentence, `in('en')` the English one. */
export class PlanparseError extends Error {
  override readonly name = 'PlanparseError'
  readonly code: FaultCode
  readonly detail: FaultDetail

  constructor(code: FaultCode, detail: FaultDetail | string = '') {
    const full = typeof detail === 'string' ? { name: detail } : detail
    super(FAULTS[code].zh(full))
    this.code = code
    this.detail = full
  }

  /** The sentence in a language. */
  in(lang: Lang): string {
    return FAULTS[this.code][lang](this.detail)
  }
}
