/** The last line of a report for people. */
import type { Lang } from '../message.ts'
import { visibleLine } from '../write/visible.ts'
import type { Summary } from './reporter.ts'

export function summaryLine(summary: Summary, lang: Lang): string {
  return lang === 'zh' ? inChinese(summary) : inEnglish(summary)
}

function inChinese({ files, unread, errors, warnings, infos, fixable }: Summary): string {
  const found = errors + warnings + infos === 0 ? '没有发现问题' : `错误 ${errors}，警告 ${warnings}，提示 ${infos}`
  return `检查了 ${files - unread} 个文件：${found}${fixable > 0 ? `；其中 ${fixable} 处可用 --fix 修正` : ''}${unread > 0 ? `；${unread} 个文件读不了` : ''}`
}

function inEnglish({ files, unread, errors, warnings, infos, fixable }: Summary): string {
  const found =
    errors + warnings + infos === 0
      ? 'nothing found'
      : [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'info')].join(', ')
  return `${plural(files - unread, 'file')} checked: ${found}${fixable > 0 ? `; --fix mends ${fixable}` : ''}${unread > 0 ? `; ${plural(unread, 'file')} not read` : ''}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** How many places of a file `--fix` has mended. */
export function mendedLine(name: string, count: number, lang: Lang): string {
  const path = visibleLine(name)
  if (lang === 'zh') return count === 0 ? `${path}：没有可以自动修正的` : `${path}：修正 ${count} 处`
  return count === 0 ? `${path}: nothing to mend` : `${path}: ${plural(count, 'place')} mended`
}
