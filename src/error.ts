/**
 * Wrong use: the only thing planparse ever throws for. What stands in a document never does; that is a message
 * (`message.ts`). A fault has a code from a closed set and one sentence that says what to do, in Chinese and English.
 */
import type { Lang } from './message.ts'

/** What a sentence about a fault names. */
export interface FaultDetail {
  /** The thing that is wrong: an option, a name, a path. */
  name: string
  /** Where in it. */
  at?: string | undefined
  /** The known name that is most like it. */
  near?: string | undefined
  /** All names that would have been right; for a system's error, what it says. */
  known?: readonly string[] | undefined
}

type FaultText = Record<Lang, (detail: FaultDetail) => string>

const nearZh = ({ near }: FaultDetail) => (near ? `，是不是 ${near}？` : '；')
const nearEn = ({ near }: FaultDetail) => (near ? ` (did you mean ${near}?)` : '')
/** Formats in people's words, as they stand after 这不是 and after "no" or "a". */
const FORMATS: Readonly<Record<string, Record<Lang, string>>> = {
  docx: { zh: ' Word 文档（.docx）', en: 'Word document (.docx)' },
  xlsx: { zh: ' Excel 表格（.xlsx）', en: 'spreadsheet (.xlsx)' },
  pdf: { zh: ' PDF 文件（.pdf）', en: 'PDF file (.pdf)' },
}
/** What only holds of a file that `--convert` converts. */
const byConvert = ({ name }: FaultDetail, words: string) => (name.startsWith('.doc') ? words : '')
const nameOfFormat = ({ name }: FaultDetail, lang: Lang) => FORMATS[name]?.[lang] ?? ` ${name}`
/** What in a file is wrong, where that is known. */
const inside = ({ name }: FaultDetail, open: string, close: string) => (name === '' ? '' : open + name + close)
const list = ({ known }: FaultDetail, comma: string) => (known ?? []).join(comma)
/** What a configuration allows where no list of values says it. */
const ALLOWED: Readonly<Record<string, Record<Lang, string>>> = {
  list: { zh: '列表 […]', en: 'a list […]' },
  object: { zh: '键和值 {…}', en: 'keys with values {…}' },
  text: { zh: '文字', en: 'a text' },
  name: { zh: '1 到 100 个字的名称', en: 'a name of 1 to 100 characters' },
  wording: { zh: '2 到 16 个字，没有空格和标点', en: 'a text of 2 to 16 characters without blanks and punctuation' },
  year: { zh: '四位数的年份', en: 'a year of four digits' },
  encoding: { zh: 'auto 或编码名，例如 utf-8、gb18030', en: 'auto, or a label such as utf-8, gb18030' },
}
const allowed = ({ known = [] }: FaultDetail, lang: Lang) =>
  known.map((each) => ALLOWED[each]?.[lang] ?? each).join(lang === 'zh' ? '、' : ', ')
/** A place in a configuration; the whole of it where none is named. */
const place = ({ name, at }: FaultDetail, lang: Lang) =>
  at ? (lang === 'zh' ? `${name} 的 ${at}` : `${at} in ${name}`) : name

/** The sentences. */
export const FAULTS = {
  'unknown-option': {
    zh: (d) => `没有选项 ${d.name}${nearZh(d)}全部选项见 planparse --help`,
    en: (d) => `there is no option ${d.name}${nearEn(d)}; planparse --help lists them all`,
  },
  'option-of-other-command': {
    zh: (d) => `选项 ${d.name} 不能用于 ${d.at}，只能写在 ${list(d, '、')} 后面；全部选项见 ${d.at} --help`,
    en: (d) => `the option ${d.name} is not one of ${d.at}; it may follow ${list(d, ', ')}; see ${d.at} --help`,
  },
  'option-without-value': {
    zh: (d) => `选项 ${d.name} 后面缺少它的值；写法见 planparse --help`,
    en: (d) => `the option ${d.name} needs a value; planparse --help shows how to write it`,
  },
  'unknown-value': {
    zh: (d) => `不认识 ${d.name}${nearZh(d)}可用的有：${list(d, '、')}`,
    en: (d) => `unknown ${d.name}${nearEn(d)}; use one of: ${list(d, ', ')}`,
  },
  'argument-missing': {
    zh: (d) => `${d.name} 后面要写是哪一个：${list(d, '、')}`,
    en: (d) => `${d.name} needs to be told which: ${list(d, ', ')}`,
  },
  'argument-several': {
    zh: (d) => `${d.name} 后面只写一个，${d.at} 请另外再取`,
    en: (d) => `${d.name} takes one at a time; ask for ${d.at} by itself`,
  },
  'unknown-format': {
    zh: (d) => `没有名为“${d.name}”的格式${nearZh(d)}可用的有：${list(d, '、')}`,
    en: (d) => `there is no format "${d.name}"${nearEn(d)}; use one of: ${list(d, ', ')}`,
  },
  'unknown-column': {
    zh: (d) => `没有名为“${d.name}”的列${nearZh(d)}可用的有：${list(d, '、')}，以及 extra:标签`,
    en: (d) => `there is no column "${d.name}"${nearEn(d)}; use one of: ${list(d, ', ')}, or extra:label`,
  },
  'no-table': {
    zh: (d) => `--columns 和 --preset 只用于表格，不能用于 ${d.name}；可用的有：${list(d, '、')}`,
    en: (d) => `--columns and --preset are for tables, not for ${d.name}; use one of: ${list(d, ', ')}`,
  },
  'binary-to-terminal': {
    zh: (d) => `${d.name} 不是文字，不能显示在终端上；请写到文件，例如 -o 台账.${d.name}`,
    en: (d) =>
      `${d.name} is no text and cannot be shown on a terminal; write it to a file, such as -o ledger.${d.name}`,
  },
  'too-many-rows': {
    zh: (d) => `任务太多（${d.name} 行），超出 Excel 表格的上限；请改用 -f csv，或分开处理`,
    en: (d) => `too many tasks (${d.name} rows) for a spreadsheet of Excel; use -f csv, or convert them apart`,
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
    zh: (d) => `${list(d, '、')} 应为日期，例如 2023-05-30，而不是“${d.name}”`,
    en: (d) => `${list(d, ', ')} takes a date such as 2023-05-30, not "${d.name}"`,
  },
  'options-contradict': {
    zh: (d) => `选项 ${d.name} 和 ${list(d, '、')} 不能同时使用；请去掉其中一个`,
    en: (d) => `the options ${d.name} and ${list(d, ', ')} cannot be used together; leave one of them out`,
  },
  'by-not-for-format': {
    zh: (d) => `${d.name} 格式不能用 --by unit 按单位输出；可用的有：${list(d, '、')}`,
    en: (d) => `the format ${d.name} cannot be written --by unit; use one of: ${list(d, ', ')}`,
  },
  'summary-not-in-format': {
    zh: (d) => `--summary 只输出文字（不写 -f）或 JSON（-f json），不能是 ${d.name}`,
    en: (d) => `--summary is printed as text (without -f) or as JSON (-f json), not as ${d.name}`,
  },
  'split-without-folder': {
    zh: (d) => `--split 为每个单位写一个文件，需要文件夹${d.name === '' ? '' : `，“${d.name}”不是`}；请写 -o 文件夹/`,
    en: (d) =>
      `--split writes a file for each unit and needs a folder${d.name === '' ? '' : `, which "${d.name}" is not`}; give one with -o folder/`,
  },
  'nothing-selected': {
    zh: () => '没有任务符合筛选条件；有哪些单位和时限，可用 --summary 查看',
    en: () => 'no task meets what was asked for; --summary shows which units and deadlines there are',
  },
  'calendar-year-unknown': {
    zh: (d) => `不知道“${list(d, '”、“')}”从哪一年开始，没有写入日历；请用 --year 指定年份`,
    en: (d) =>
      `the year in which "${list(d, '", "')}" begins is not known, so it is in no calendar; give one with --year`,
  },
  'calendar-undated': {
    zh: (d) => `${d.name} 项任务没有确定的日期，没有写入日历：${list(d, '、')}`,
    en: (d) => `tasks without any date, not in the calendar (${d.name}): ${list(d, ', ')}`,
  },
  'bad-number': {
    zh: (d) => `“${d.name}”应为大于 0 的整数`,
    en: (d) => `"${d.name}" takes a whole number from 1`,
  },
  'bad-size': {
    zh: (d) => `--max-size 应为大小，例如 64M，而不是“${d.name}”`,
    en: (d) => `--max-size takes a size such as 64M, not "${d.name}"`,
  },
  'pattern-without-file': {
    zh: () => '没有文件符合这个模式',
    en: () => 'no file matches this pattern',
  },
  'list-unreadable': {
    zh: (d) => `读不了文件名列表 ${d.name}（${list(d, '；')}）；请检查路径和权限`,
    en: (d) => `cannot read the list of files ${d.name} (${list(d, '; ')}); check the path and the permissions`,
  },
  'names-with-nul': {
    zh: () => '名称里有 NUL 字符；文件名以 NUL 分隔的列表请加 -0',
    en: () => 'a name holds the character NUL; where names in a list are parted by it, add -0',
  },
  'null-without-list': {
    zh: () => '-0 要和 --files-from 一起用',
    en: () => '-0 goes with --files-from',
  },
  'not-a-manifest': {
    zh: (d) => `${d.name} 不是 planparse 的处理记录；请换一个 --manifest，或去掉 --resume 重新开始`,
    en: (d) => `${d.name} is no manifest of planparse; name another, or leave --resume out to begin anew`,
  },
  'manifest-is-input': {
    zh: (d) => `处理记录 ${d.name} 就是输入文件，不能覆盖；请换一个 --manifest`,
    en: (d) => `the manifest ${d.name} is one of the inputs and would overwrite it; choose another --manifest`,
  },
  'manifest-is-output': {
    zh: (d) => `处理记录 ${d.name} 和输出是同一个文件；请换一个 --manifest`,
    en: (d) => `the manifest ${d.name} is an output as well; choose another --manifest`,
  },
  'resume-without-folder': {
    zh: () => '--resume 需要 --manifest，并用 -o 写到文件夹，例如 -o 结果/ --manifest 记录.ndjson',
    en: () => '--resume needs a --manifest and a folder for -o, such as -o results/ --manifest done.ndjson',
  },
  'bad-record': {
    zh: (d) => `这一行不是 {"id":…,"text":…} 或 {"id":…,"path":…}：${d.name}`,
    en: (d) => `the line is no {"id":…,"text":…} or {"id":…,"path":…}: ${d.name}`,
  },
  'no-workers': {
    zh: (d) => `不能同时处理多份文档（${d.name}）；请用 --jobs 1，或放宽系统的限制（ulimit）`,
    en: (d) => `several documents cannot be worked on at once (${d.name}); use --jobs 1, or raise the limits (ulimit)`,
  },
  'too-slow': {
    zh: (d) => `超过了 ${d.name} 秒，没有读完；可用 --timeout 放宽`,
    en: (d) => `it took more than ${d.name} seconds and was given up; --timeout allows more`,
  },
  'timeout-without-workers': {
    zh: () => '单文件版只用一个线程，不能用 --timeout；请去掉它，或用 npm 安装的 planparse',
    en: () =>
      'the single-file edition has one thread and cannot heed --timeout; leave it out, or install planparse from npm',
  },
  'too-big': {
    zh: (d) => `文件超过 ${d.name}，没有读取；可用 --max-size 放宽`,
    en: (d) => `the file is larger than ${d.name} and was not read; --max-size allows more`,
  },
  'format-not-built': {
    zh: (d) => `这一版还不支持 ${d.name} 格式；可用的有：${list(d, '、')}`,
    en: (d) => `the format ${d.name} is not in this version yet; use one of: ${list(d, ', ')}`,
  },
  'no-input': {
    zh: () => '没有给出文件；请写文件或文件夹的路径，或把文字从管道送入',
    en: () => 'no file was named; give files or folders, or pipe a text in',
  },
  'no-phrase': {
    zh: () => '没有给出时限短语；请写在命令后面，或从管道送入，每行一个',
    en: () => 'no phrase was given; write them after the command, or pipe them in, one a line',
  },
  'phrase-too-long': {
    zh: () => '有一行超过 1 MB，不是时限短语；请每行写一个短语',
    en: () => 'a line has more than 1 MB and is no deadline phrase; give one phrase a line',
  },
  'output-without-format': {
    zh: (d) =>
      `从“${d.name}”的扩展名看不出输出格式${nearZh(d)}请用 -f 指明（可用的有：${list(d, '、')}）；要写到文件夹请写 ${d.name}/`,
    en: (d) =>
      `the name "${d.name}" does not tell the output format${nearEn(d)}; name it with -f (${list(d, ', ')}), or write ${d.name}/ for a folder`,
  },
  'output-is-input': {
    zh: (d) => `输出文件 ${d.name} 就是输入文件，不能覆盖；请换一个 -o`,
    en: (d) => `the output ${d.name} is one of the inputs and would overwrite it; choose another -o`,
  },
  'output-collision': {
    zh: (d) =>
      `${list(d, ' 和 ')} 会写到同一个文件 ${d.name}；请写它们上一级的文件夹（各自的文件夹会保留），或分开处理，或给文件改名`,
    en: (d) =>
      `${list(d, ' and ')} would both be written to ${d.name}; name the folder above them (their own folders are kept), convert them apart, or rename one`,
  },
  'output-unwritable': {
    zh: (d) => `写不了 ${d.name}（${list(d, '；')}）；请检查路径、权限和磁盘空间`,
    en: (d) => `cannot write ${d.name} (${list(d, '; ')}); check the path, the permissions and the disk space`,
  },
  'config-unreadable': {
    zh: (d) => `读不了配置文件 ${d.name}（${list(d, '；')}）；请检查路径和权限，或用 --no-config 不用配置`,
    en: (d) =>
      `cannot read the configuration ${d.name} (${list(d, '; ')}); check the path and the permissions, or use --no-config`,
  },
  'config-several': {
    zh: (d) => `文件夹 ${d.name} 里有几个配置文件（${list(d, '、')}）；请只留一个，或用 --config 指明`,
    en: (d) =>
      `the folder ${d.name} holds several configurations (${list(d, ', ')}); keep one, or name it with --config`,
  },
  'config-syntax': {
    zh: (d) =>
      `配置文件 ${d.name} 不是有效的 JSON 或 YAML${d.known ? `，错在第 ${list(d, '、')} 行` : ''}；请按 docs/configuration.md 修改`,
    en: (d) =>
      `the configuration ${d.name} is no valid JSON or YAML${d.known ? `, by its line ${list(d, ', ')}` : ''}; see docs/configuration.md`,
  },
  'config-references': {
    zh: (d) => `配置文件 ${d.name} 里有 YAML 的锚点、别名或标签（&、*、!）；配置只是数据，请直接写出来`,
    en: (d) => `the configuration ${d.name} holds anchors, aliases or tags of YAML (&, *, !); write the data out`,
  },
  'config-key-twice': {
    zh: (d) => `配置文件 ${d.name} 第 ${list(d, '、')} 行的键 ${d.at} 写了两次；请合并成一个`,
    en: (d) =>
      `the key ${d.at} stands twice in the configuration ${d.name}, again on line ${list(d, ', ')}; make them one`,
  },
  'config-key': {
    zh: (d) => `配置文件 ${d.name} 里不能有 ${d.at}${nearZh(d)}可用的有：${list(d, '、')}`,
    en: (d) => `there is no key ${d.at} in the configuration ${d.name}${nearEn(d)}; use one of: ${list(d, ', ')}`,
  },
  'config-value': {
    zh: (d) => `配置文件 ${place(d, 'zh')} 应为：${allowed(d, 'zh')}`,
    en: (d) => `in the configuration, ${place(d, 'en')} must be: ${allowed(d, 'en')}`,
  },
  'config-twice': {
    zh: (d) => `配置文件 ${d.name} 的 ${d.at} 和 ${list(d, '、')} 重复；请去掉一个`,
    en: (d) => `${d.at} in the configuration ${d.name} says again what ${list(d, ', ')} says; leave one out`,
  },
  'output-name': {
    zh: (d) => `写不了 ${d.name}（${list(d, '；')}）：名称太长，或已有同名的文件夹；请改名`,
    en: (d) => `cannot write ${d.name} (${list(d, '; ')}): the name is too long, or that of a folder; rename it`,
  },
  'name-not-unicode': {
    zh: () => '名称不是 UTF-8 编码，打不开；请先转换名称的编码，例如 convmv -f gbk -t utf8',
    en: () => 'its name is not in UTF-8 and it cannot be opened; convert the name first, as with convmv -f gbk -t utf8',
  },
  'file-missing': {
    zh: (d) => `没有这个文件或文件夹${nearZh({ ...d, near: d.near && `${d.near} 命令` })}请检查路径`,
    en: (d) =>
      `there is no such file or folder${nearEn({ ...d, near: d.near && `the command ${d.near}` })}; check the path`,
  },
  unreadable: {
    zh: (d) => `读不了${inside(d, ' ', '')}（${list(d, '；')}）；请检查路径和权限`,
    en: (d) => `${inside(d, '', ' ')}cannot be read (${list(d, '; ')}); check the path and the permissions`,
  },
  'empty-folder': {
    zh: (d) => `文件夹里没有可读的文件（${list(d, '、')}）`,
    en: (d) => `the folder holds no file to read (${list(d, ', ')})`,
  },
  'not-text': {
    zh: (d) => `这不是文本${d.name === '' ? '' : `，而是 ${d.name} 文件`}；请给出 .txt、.docx、.html、.pdf 等文档`,
    en: (d) =>
      `this is no text${d.name === '' ? '' : ` but a ${d.name} file`}; give a document such as .txt, .docx, .html, .pdf`,
  },
  'not-this-format': {
    zh: (d) => `这不是${nameOfFormat(d, 'zh')}；请确认文件类型，或不写 --from`,
    en: (d) => `this is no ${nameOfFormat(d, 'en')}; check the file, or leave --from out`,
  },
  'doctype-forbidden': {
    zh: (d) => `文件里有${nameOfFormat(d, 'zh').replace(/（.*/, '')}不允许的 DOCTYPE 声明，可能有害，没有读取`,
    en: (d) =>
      `it holds a DOCTYPE declaration, which a ${nameOfFormat(d, 'en').replace(/ \(.*/, '')} must not have and which may be harmful; not read`,
  },
  'old-office-format': {
    zh: (d) =>
      `这是 ${d.name} 文件，不能直接读；请用 Word 或 WPS 打开，另存为 .docx（表格另存为 .xlsx）${byConvert(d, '，或加 --convert 由 LibreOffice 转换')}`,
    en: (d) =>
      `this is a ${d.name} file, which is not read; open it in Word or WPS and save it as .docx (a sheet as .xlsx)${byConvert(d, ', or let LibreOffice do it with --convert')}`,
  },
  'converter-missing': {
    zh: () =>
      '这是旧版 Word 文件，--convert 需要 LibreOffice，但没有找到 soffice；请安装它，或用 Word 或 WPS 另存为 .docx',
    en: () =>
      'this is an old Word file; --convert needs LibreOffice, and no soffice was found: install it, or save the file as .docx in Word or WPS',
  },
  'conversion-failed': {
    zh: (d) =>
      `LibreOffice 没能把文件转换为 .docx${d.name === '' ? '' : `（${d.name}）`}；请用 Word 或 WPS 打开，另存为 .docx`,
    en: (d) =>
      `LibreOffice could not make a .docx of it${d.name === '' ? '' : ` (${d.name})`}; open it in Word or WPS and save it as .docx`,
  },
  ofd: {
    zh: () => '这是 OFD 版式文件，不能直接读；请用 OFD 阅读器导出为 PDF 或文本',
    en: () => 'this is an OFD file, which is not read; export it from an OFD viewer as PDF or text',
  },
  'zip-unknown': {
    zh: () => '这是 ZIP 压缩包，不是 .docx 或 .xlsx；请解压后再读其中的文件',
    en: () => 'this is a ZIP archive, no .docx or .xlsx; unpack it and give the files in it',
  },
  'zip-bomb': {
    zh: (d) => `压缩包解开后过大（${d.name}），可能是有意做成的；没有读取`,
    en: (d) => `the package unpacks to far too much (${d.name}) and may be made to do harm; not read`,
  },
  encrypted: {
    zh: () => '文件有密码保护；请去掉密码另存后再读',
    en: () => 'the file is protected by a password; save it without one',
  },
  truncated: {
    zh: (d) => `文件不完整或已损坏${d.name === '' ? '' : `（${d.name}）`}；请重新下载或另存`,
    en: (d) => `the file is cut off or damaged${d.name === '' ? '' : ` (${d.name})`}; download or save it again`,
  },
  'no-text-in-pdf': {
    zh: () => 'PDF 里没有文字，是扫描图像；请先做文字识别（OCR）',
    en: () => 'the PDF holds no text, only scanned images; run a text recognition (OCR) over it first',
  },
  'pdf-not-installed': {
    zh: () => '读 PDF 需要 pdfjs-dist；请运行 npm install pdfjs-dist，不能联网时请先另存为 .docx 或文本',
    en: () =>
      'reading PDF needs pdfjs-dist; run npm install pdfjs-dist, or, without a network, save the document as .docx or text',
  },
  'not-in-browser': {
    zh: (d) => `浏览器里不能读${nameOfFormat(d, 'zh')}；请在 Node 里读，或先另存为 HTML 或纯文本`,
    en: (d) =>
      `a ${nameOfFormat(d, 'en')} cannot be read in a browser; read it in Node, or save it as HTML or text first`,
  },
  'merge-names': {
    zh: () => 'merge 需要计划（.json），填好的台账或更正写在它前面，例如 planparse merge 台账.xlsx 计划.json',
    en: () =>
      'merge needs the plan (.json), after filled-in ledgers or corrections: planparse merge ledger.xlsx plan.json',
  },
  'merge-into-folder': {
    zh: (d) =>
      `merge 写到一个文件，不能写到文件夹 ${d.name}；请写文件名，例如 -o 计划.json；每个单位一个文件请加 --split unit`,
    en: (d) =>
      `merge writes one file, not into the folder ${d.name}; name a file, such as -o plan.json, or add --split unit for one each`,
  },
  'not-a-plan': {
    zh: (d) => `这不是 planparse 写出的计划${inside(d, '（', '）')}；请用 planparse -f json -o 计划.json 生成`,
    en: (d) =>
      `this is no plan that planparse wrote${inside(d, ' (', ')')}; make one with planparse -f json -o plan.json`,
  },
  'not-a-ledger': {
    zh: () => '表里没有台账的列：要有序号或任务内容，还要有状态、进展情况或备注',
    en: () => 'the table has no columns of a ledger: ID or Text, and State, Status or Remarks',
  },
  'not-corrections': {
    zh: (d) => `这不是核对页保存的更正${inside(d, '（', '）')}；请在核对页重新保存（计划只写一份，写在最后）`,
    en: (d) =>
      `these are no corrections saved from the review page${inside(d, ' (', ')')}; save them there again (one plan alone, as the last name)`,
  },
  'too-large': {
    zh: (d) => `文档太大（${d.name}），没有读取；请拆分后再读`,
    en: (d) => `the document is too large (${d.name}); split it`,
  },
  'pdf-limits': {
    zh: () => '这个 PDF 要的时间或内存太多（限 120 秒、2 GB），没有读取；请用 PDF 软件另存或打印为新的 PDF 再试',
    en: () =>
      'this PDF takes too much time or memory (more than 120 seconds or 2 GB) and was given up; save or print it anew with a PDF program',
  },
  'fix-several-inputs': {
    zh: () => '--fix 的结果写到标准输出或 -o，一次只能一个文件；多个文件请加 --write，直接改写原文件',
    en: () =>
      '--fix gives one corrected text, on standard output or with -o; for several files add --write, which changes them in place',
  },
  'write-without-fix': {
    zh: () => '--write 要和 --fix 一起用',
    en: () => '--write goes with --fix',
  },
  'write-standard-input': {
    zh: () => '标准输入不能改写；请写文件的路径，或不加 --write',
    en: () => 'standard input cannot be changed in place; name a file, or leave --write out',
  },
  'fix-not-text': {
    zh: (d) => `--fix 只能修正纯文本和 Markdown，这是 ${d.name}；请按提示在原来的软件里修改`,
    en: (d) => `--fix mends plain text and Markdown only, and this is ${d.name}; change it by hand where it was made`,
  },
  'fix-bytes-broken': {
    zh: () => '文件里有无法解码的内容，不能改写而不丢失；请用 --encoding 指定编码，或重新保存文件',
    en: () =>
      'some bytes of the file could not be decoded and would be lost; name the encoding with --encoding, or save the file anew',
  },
  'check-without-text': {
    zh: () => '检查需要全文，而这个结果里没有；请在读取时加上 withText',
    en: () => 'a check needs the text of the document, which this plan lacks; read it with withText',
  },
  internal: {
    zh: (d) => `程序内部错误，请报告这个问题：${d.name}`,
    en: (d) => `a fault in planparse itself, please report it: ${d.name}`,
  },
} satisfies Record<string, FaultText>

/** Why something was refused: a closed set, listed in docs/messages.md. */
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

  /** The program is built in parts, each with its own copy of this class: the name tells, not the copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'PlanparseError'
  }

  /** The sentence in a language. */
  in(lang: Lang): string {
    return FAULTS[this.code][lang](this.detail)
  }
}
