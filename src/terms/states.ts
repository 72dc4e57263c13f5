/**
 * How far a task is: the three states of a ledger, and the words by which a report of progress says one clearly.
 */
import type { Lang } from '../message.ts'
import { fold, squeeze } from '../text/chars.ts'

interface StateRow extends Record<Lang, string> {
  id: string
  /** Whole openings of a report, up to its first mark; 已完成初稿 says that a draft is done, not the task. */
  words: string
  examples: readonly string[]
  rejects: readonly string[]
}

export const STATES = [
  {
    id: 'notStarted',
    zh: '未开始',
    en: 'Not started',
    words:
      '未开始 尚未开始 暂未开始 未启动 尚未启动 暂未启动 未开展 尚未开展 暂未开展 未实施 尚未实施 未开工 尚未开工 暂未开工 待启动 待开展 待实施 待开工',
    examples: ['未开始', '尚未启动，计划7月召开部署会', '0%', 'Not started'],
    rejects: ['未发现问题', '未完成', '未开展业务的单位已注销'],
  },
  {
    id: 'inProgress',
    zh: '进行中',
    en: 'In progress',
    words:
      '进行中 正在进行 推进中 正在推进 正推进 办理中 正在办理 落实中 正在落实 实施中 正在实施 正在开展 整改中 正在整改 建设中 正在建设 在建 施工中 持续进行 持续推进 持续推进中 持续开展 有序推进 有序推进中 正常推进 稳步推进 加快推进 按计划推进 序时推进 按序时推进 按序时进度推进',
    examples: ['进行中', '正在推进：已召开两次调度会', '完成60%', '进度：35%', '持续推进。', 'in progress (draft)'],
    rejects: ['正在推进的项目3个', '60%的企业已完成', '推进会已召开'],
  },
  {
    id: 'done',
    zh: '已完成',
    en: 'Done',
    words:
      '已完成 完成 全部完成 已全部完成 按期完成 已按期完成 按时完成 已按时完成 如期完成 提前完成 已提前完成 圆满完成 已圆满完成 已完成任务 已办结 办结 已全部办结 已办理完毕 已落实 已全部落实 落实到位 已落实到位 已整改 整改完成 已完成整改 已整改完成 整改到位 已整改到位 已销号 完成销号 已完成销号 已结项 已竣工 已建成 已验收 completed',
    examples: ['已完成', '已完成：6月10日印发方案', '已办结。', '完成100%', '已完成（6月）', 'done'],
    rejects: ['已完成初稿', '基本完成', '未完成', '完成情况见附件', '已完成60%'],
  },
] as const satisfies readonly StateRow[]

export type State = (typeof STATES)[number]

const BY_WORDS: ReadonlyMap<string, State> = new Map(
  STATES.flatMap((state) => [state.zh, state.en.toLowerCase(), ...state.words.split(' ')].map((word) => [word, state])),
)
/** Longer than every opening that is known. */
const LONGEST = 24
const PERCENT = /^(?:目前|累计|总体|已|已累计)?(?:完成率?|完成进度|进度|进展)?:?(\d{1,3})(?:\.\d+)?%(?=$|[:。;,!(])/

/** The state that the opening of a report says clearly, or `null`. */
export function stateOf(status: string | null): State | null {
  const head = fold(status ?? '')
    .trim()
    .slice(0, LONGEST)
    .toLowerCase()
  const percent = PERCENT.exec(squeeze(head.split('\n')[0] as string))?.[1]
  if (percent !== undefined) return byPercent(Number(percent))
  const openings = [head.split(/[:。;,!(\n]/)[0] as string, head.split(/\s/)[0] as string]
  return openings.map((words) => BY_WORDS.get(words.trim())).find((state) => state !== undefined) ?? null
}

function byPercent(percent: number): State {
  const id = percent === 0 ? 'notStarted' : percent < 100 ? 'inProgress' : 'done'
  return STATES.find((state) => state.id === id) as State
}
