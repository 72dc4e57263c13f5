/** What the program says beside messages and faults, in both languages. */
import type { Lang } from '../message.ts'

/** What a run of many documents came to. */
export interface Sum {
  done: number
  unchanged: number
  failed: number
  tasks: number
  warnings: number
  seconds: number
}

const rate = (done: number, seconds: number) => Math.round(done / Math.max(seconds, 0.001))
const remaining = (done: number, total: number, seconds: number) =>
  Math.ceil((seconds / Math.max(done, 1)) * Math.max(total - done, 0))

export const WORDS = {
  zh: {
    help: '显示帮助',
    version: '显示版本',
    progress: (done: number, total: number | null, seconds: number) =>
      total === null
        ? `${done} 份，每秒 ${rate(done, seconds)} 份`
        : `${done} / ${total} 份，每秒 ${rate(done, seconds)} 份，还需 ${remaining(done, total, seconds)} 秒`,
    sum: ({ done, unchanged, failed, tasks, warnings, seconds }: Sum) =>
      `完成 ${done} 份${unchanged ? `，未变 ${unchanged} 份` : ''}${failed ? `，读不了 ${failed} 份` : ''}；任务 ${tasks} 项，警告 ${warnings} 条；用时 ${seconds.toFixed(1)} 秒`,
    interrupted: ({ done }: Sum, manifest: string | null) =>
      `已中断，完成了 ${done} 份；${manifest ? '用同样的命令加上 --resume 继续' : '已写好的文件是完整的；用 --manifest 和 --resume 可以接着做'}`,
    titles: {
      'Usage:': '用法：',
      'Examples:': '示例：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Common options:': '常用选项：',
      'Commands:': '命令：',
    },
    more: (name: string) => `全部选项：${name} --help`,
  },
  en: {
    help: 'show this help',
    version: 'show the version',
    progress: (done: number, total: number | null, seconds: number) =>
      total === null
        ? `${done} documents, ${rate(done, seconds)}/s`
        : `${done} of ${total} documents, ${rate(done, seconds)}/s, ${remaining(done, total, seconds)} s left`,
    sum: ({ done, unchanged, failed, tasks, warnings, seconds }: Sum) =>
      `${done} documents done${unchanged ? `, ${unchanged} unchanged` : ''}${failed ? `, ${failed} not read` : ''}; ${tasks} tasks, ${warnings} warnings; ${seconds.toFixed(1)} s`,
    interrupted: ({ done }: Sum, manifest: string | null) =>
      `interrupted, ${done} documents done; ${manifest ? 'go on with the same command and --resume' : 'what is written is whole; --manifest and --resume let a run go on'}`,
    titles: {},
    more: (name: string) => `All options: ${name} --help`,
  },
} satisfies Record<Lang, object>
