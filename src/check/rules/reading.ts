/**
 * What the parser had doubts about while reading.
 */
import type { Rule } from '../rule.ts'
import { told } from '../told.ts'

export const READING = [
  {
    id: 'empty-document',
    severity: 'warning',
    title: { zh: '没有文字', en: 'No text' },
    help: { zh: '文件里没有文字。', en: 'The document holds no text.' },
    message: 'empty-document',
    find: (subject) =>
      told(subject, 'empty-document', () => ({ zh: '文件里没有文字', en: 'the document holds no text' })),
    examples: {
      whole: true,
      bad: [' \n'],
      good: ['云江县2023年工作要点\n一、加强培训。\n云江县人民政府\n2023年1月10日'],
    },
  },
  {
    id: 'no-tasks',
    severity: 'warning',
    title: { zh: '没有任务', en: 'No task' },
    help: {
      zh: '既没有编号条目，也没有任务表格，读不出任务。',
      en: 'Neither numbered items nor a task table were found.',
    },
    message: 'no-tasks',
    find: (subject) =>
      told(subject, 'no-tasks', () => ({
        zh: '没有找到任务：既没有编号条目，也没有任务表格',
        en: 'no task found: neither numbered items nor a task table',
      })),
    examples: { bad: ['本年度工作照常进行，不另行部署。'], good: ['一、加强培训。'] },
  },
  {
    id: 'text-unread',
    severity: 'warning',
    title: { zh: '有文字没有归入任何条目', en: 'Text that belongs to no item' },
    help: {
      zh: '这段文字既不是任务，也不是标题、落款等，读的时候没有归处，请看是否排版有误。',
      en: 'These words are neither of a task nor of a title, signature or the like; see whether the layout is at fault.',
    },
    message: 'text-unread',
    find: (subject) =>
      told(subject, 'text-unread', (words) => ({
        zh: `这段文字没有归入任何条目：“${words}”`,
        en: `this text belongs to no item: "${words}"`,
      })).filter(({ at }) => at && /[\p{L}\p{N}]/u.test(subject.text.slice(at.start, at.end))),
    examples: { bad: [], good: ['一、加强培训。'] },
  },
  {
    id: 'bytes-broken',
    severity: 'error',
    title: { zh: '编码有误', en: 'Broken bytes' },
    help: {
      zh: '有些字节无法解码，已用 � 代替。请用 --encoding 指定编码，或重新保存文件。',
      en: 'Some bytes could not be decoded and are shown as �. Name the encoding with --encoding, or save the file anew.',
    },
    message: 'bytes-broken',
    find: (subject) =>
      told(subject, 'bytes-broken', () => ({
        zh: '编码有误：有无法解码的内容，已用 � 代替',
        en: 'broken bytes, shown as �',
      })),
    examples: { bad: [], good: ['一、加强培训。'] },
  },
  {
    id: 'markdown-too-deep',
    severity: 'warning',
    title: { zh: 'Markdown 过深', en: 'Markdown nested too deeply' },
    help: {
      zh: 'Markdown 太长、嵌套太深或标记太密，已按纯文本读取。',
      en: 'The Markdown is too long, nested too deeply or full of marks; it was read as plain text.',
    },
    message: 'markdown-too-deep',
    find: (subject) =>
      told(subject, 'markdown-too-deep', () => ({
        zh: 'Markdown 太长、嵌套太深或标记太密，已按纯文本读取',
        en: 'the Markdown is too long, nested too deeply or full of marks; read as plain text',
      })),
    examples: { bad: [], good: ['一、加强培训。'] },
  },
] as const satisfies readonly Rule[]
