/**
 * Messages about a document: what was read with doubt. A message has a code from a closed set, a severity, a place
 * in the text and one sentence in the reader's language. Nothing in a document makes the program throw.
 * `docs/messages.md` lists the codes; a test holds that it lists them all.
 */

import type { Message, Position } from './plan.ts'

/** The language of messages and of column headings. */
export type Lang = 'zh' | 'en'
export type Severity = 'error' | 'warning' | 'info'

interface MessageText {
  severity: Severity
  zh: (detail: string) => string
  en: (detail: string) => string
}

/** 月底前, 本月内: counted from the day of issue. */
const OF_ISSUE = /^[本当下]?月/

export const MESSAGES = {
  'empty-document': {
    severity: 'warning',
    zh: () => '文件里没有文字',
    en: () => 'the document holds no text',
  },
  'no-tasks': {
    severity: 'warning',
    zh: () => '没有找到任务：既没有编号条目，也没有任务表格',
    en: () => 'no task found: neither numbered items nor a task table',
  },
  'year-unknown': {
    severity: 'warning',
    zh: (raw) =>
      OF_ISSUE.test(raw)
        ? `时限“${raw}”是印发当月的，而文件没有日期，按原文保留`
        : `时限“${raw}”没有年份，从文件标题和日期里也看不出来；请用 --year 指定`,
    en: (raw) =>
      OF_ISSUE.test(raw)
        ? `the deadline "${raw}" is of the month of issue, and the document has no date; kept as printed`
        : `the deadline "${raw}" has no year, and the document's title and date do not tell it; give one with --year`,
  },
  'deadline-unrecognized': {
    severity: 'warning',
    zh: (raw) => `时限“${raw}”不是能换算的时间，按原文保留`,
    en: (raw) => `the deadline "${raw}" names no time that can be worked out; kept as printed`,
  },
  'bracket-unclosed': {
    severity: 'warning',
    zh: (raw) => `括号没有配对：“${raw}”`,
    en: (raw) => `a bracket is not closed: "${raw}"`,
  },
  'text-unread': {
    severity: 'warning',
    zh: (raw) => `这段文字没有归入任何条目：“${raw}”`,
    en: (raw) => `this text belongs to no item: "${raw}"`,
  },
  'markdown-too-deep': {
    severity: 'warning',
    zh: () => 'Markdown 太长、嵌套太深或标记太密，已按纯文本读取',
    en: () => 'the Markdown is too long, nested too deeply or full of marks; read as plain text',
  },
  'bytes-broken': {
    severity: 'warning',
    zh: (detail) => `编码有误：第 ${detail} 字节起有无法解码的内容，已用 � 代替；可用 --encoding 指定编码`,
    en: (detail) => `broken bytes from byte ${detail} on, shown as �; name the encoding with --encoding`,
  },
  'cell-cut': {
    severity: 'warning',
    zh: (where) => `${where}超过 Excel 单元格的 32767 字，已截断`,
    en: (where) => `${where} is longer than the 32,767 characters of a cell in Excel; cut off`,
  },
  'ledger-row-unplaced': {
    severity: 'warning',
    zh: (row) => `这一行对不上计划里的任何任务，没有采用；任务内容被改写的，请改回再合并：“${row}”`,
    en: (row) =>
      `this row is of no task of the plan and was not taken; where its text was rewritten, restore it: "${row}"`,
  },
  'ledger-row-ambiguous': {
    severity: 'warning',
    zh: (row) => `这一行可能是几项任务中的一项，没有采用：“${row}”`,
    en: (row) => `this row may be of several tasks; not taken: "${row}"`,
  },
  'ledger-rows-differ': {
    severity: 'warning',
    zh: (what) => `同一任务有内容不同的几行，都没有采用：${what}`,
    en: (what) => `rows of one task say different things; none taken: ${what}`,
  },
  'ledger-conflict': {
    severity: 'warning',
    zh: (what) => `计划里已有不同的内容，保留计划的（用台账的请加 --prefer ledger）：${what}`,
    en: (what) => `the plan says otherwise, and is kept (--prefer ledger takes the ledger's): ${what}`,
  },
  'ledger-updated': {
    severity: 'info',
    zh: (what) => `台账发出以后有更新，已采用：${what}`,
    en: (what) => `new since the ledger was handed out; taken: ${what}`,
  },
  'ledger-replaced': {
    severity: 'info',
    zh: (what) => `计划里原有的内容换成了台账的：${what}`,
    en: (what) => `what the plan said was replaced by the ledger's: ${what}`,
  },
  'ledger-cell-unread': {
    severity: 'warning',
    zh: (what) => `台账里改过，但没有采用：${what}`,
    en: (what) => `changed in the ledger, but not taken: ${what}`,
  },
  'ledger-column-unread': {
    severity: 'info',
    zh: (heading) => `这一列不是台账的列，没有采用：“${heading}”`,
    en: (heading) => `this column is none of a ledger; not taken: "${heading}"`,
  },
  'correction-unplaced': {
    severity: 'warning',
    zh: (what) => `更正对不上计划里的文件或任务，没有采用：${what}`,
    en: (what) => `the correction is of no document or task of the plan; not taken: ${what}`,
  },
  'correction-text-differs': {
    severity: 'warning',
    zh: (what) => `任务的内容和更正时不同，没有采用这项更正：${what}`,
    en: (what) => `the task has another text than when it was corrected; not taken: ${what}`,
  },
  'correction-conflict': {
    severity: 'warning',
    zh: (what) => `与先前的更正或台账不一致，没有采用：${what}`,
    en: (what) => `against an earlier correction or ledger; not taken: ${what}`,
  },
} satisfies Record<string, MessageText>

/** What a message is about: a closed set, listed in docs/messages.md. */
export type MessageCode = keyof typeof MESSAGES

/** A message as the stages make it: offsets only; line and column are added at the edge. */
export interface Note {
  code: MessageCode
  /** Half-open offsets into the text; `null` where the message is about the whole document. */
  range: { start: number; end: number } | null
  /** What the sentence quotes. */
  detail?: string
}

/** The sentence of a message in a language; quotes at most 40 characters of the document. */
function reasonOf(note: Note, lang: Lang): string {
  const detail = note.detail ?? ''
  return MESSAGES[note.code][lang](detail.length > 40 ? `${detail.slice(0, 40)}…` : detail)
}

/** A message as it stands in a plan, and is said on standard error. */
export function toMessage(note: Note, position: Position | null, lang: Lang): Message {
  return { code: note.code, severity: MESSAGES[note.code].severity, reason: reasonOf(note, lang), position }
}
