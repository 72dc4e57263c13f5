/**
 * By when: nothing said where the neighbours say it, unreadable, before issue, after the plan, out of order, endless.
 */
import type { DateDeadline, Deadline } from '../../plan.ts'
import { squeeze } from '../../text/chars.ts'
import { lastYearOf } from '../period.ts'
import { counted, type Found, quote, type Rule } from '../rule.ts'
import { headOf, type Item, type Subject } from '../subject.ts'
import { told } from '../told.ts'
import { lacking } from './units.ts'

function placeOf({ position }: Deadline): { start: number; end: number } {
  return { start: position.start.offset, end: position.end.offset }
}

/** All deadlines of items, each once, wherever they hold; those of the running text only where `text` is asked for. */
function deadlinesOf({ items }: Subject, { text }: { text: boolean }): { deadline: Deadline; item: Item }[] {
  const found = new Map<number, { deadline: Deadline; item: Item }>()
  for (const item of items) {
    for (const deadline of item.deadlines) {
      const { start } = placeOf(deadline)
      if ((text || deadline.source !== 'text') && !found.has(start)) found.set(start, { deadline, item })
    }
  }
  return [...found.values()]
}

function* findWithoutDeadline(subject: Subject): Generator<Found> {
  for (const { item, count } of lacking(subject, ({ deadlines }) => deadlines.some((each) => each.source !== 'text'))) {
    if (item.deadlines.length > 0) continue
    yield {
      at: headOf(item),
      reason: {
        zh: `这项任务没有时限，同级的 ${count} 项都有`,
        en: `this task has no deadline; the ${counted(count, 'task')} beside it have one`,
      },
    }
  }
}

function* findBeforeIssue(subject: Subject): Generator<Found> {
  const { issuedOn } = subject.plan.document
  if (issuedOn === null) return
  const dated = deadlinesOf(subject, { text: true }).filter(
    ({ deadline, item }) => deadline.kind === 'date' && !isReported(item),
  )
  const late = dated.filter(({ deadline }) => (deadline as DateDeadline).due < issuedOn)
  // Where most lie before it the document tells of what was done.
  if (late.length * 2 > dated.length) return
  for (const { deadline } of late) {
    if (!isDemanded(deadline)) continue
    const { due, raw } = deadline as DateDeadline
    yield {
      at: placeOf(deadline),
      reason: {
        zh: `时限“${quote(raw)}”（${due}）早于印发日期 ${issuedOn}`,
        en: `the deadline "${quote(raw)}" (${due}) lies before the date of issue, ${issuedOn}`,
      },
    }
  }
}

/** In running text a time that is not said to be a last one may tell of what was done: 上半年下达资金. */
function isDemanded({ source, raw }: Deadline): boolean {
  return source !== 'text' || /[前底末内止]/.test(raw)
}

/** What is told of a task makes the document a report. */
function isReported(item: Item): boolean {
  return item.type === 'task' && item.status !== null
}

/** A plan for the winter, or for a school year, runs into the next. */
const CROSSES = /冬|学年|学期/
/** The author says that it is the year after. */
const MEANT = /[次明翌来]年/

function* findAfterPlan(subject: Subject): Generator<Found> {
  const { title } = subject.plan.document
  const last = lastYearOf(title)
  if (last === null || CROSSES.test(title ?? '')) return
  for (const { deadline } of deadlinesOf(subject, { text: false })) {
    if (deadline.kind !== 'date' || yearOf(deadline.due) <= last || MEANT.test(deadline.raw)) continue
    if (deadline.precision === 'planPeriod' || (deadline.start && yearOf(deadline.start) <= last)) continue
    yield {
      at: placeOf(deadline),
      reason: {
        zh: `时限“${quote(deadline.raw)}”（${deadline.due}）超出计划的期限 ${last} 年，请确认是否跨年`,
        en: `the deadline "${quote(deadline.raw)}" (${deadline.due}) lies after the plan's last year, ${last}; see whether it is meant so`,
      },
    }
  }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** Steps of one task in the order they are stated, and stages that follow one another. */
function* stepsOf({ items, siblings }: Subject): Generator<Deadline[]> {
  for (const item of items) yield item.deadlines.filter((deadline) => deadline.source === 'annotation')
  for (const { items: beside } of siblings) {
    yield beside
      .filter(isStage)
      .flatMap((item) => item.deadlines.filter((each) => each.source === 'annotation').slice(0, 1))
  }
}

function isStage(item: Item): boolean {
  return /阶段|^第.{1,2}步/.test(item.marker + (item.title ?? ''))
}

function* findDisordered(subject: Subject): Generator<Found> {
  for (const steps of stepsOf(subject)) {
    const dated = steps.filter((deadline) => deadline.kind === 'date')
    for (const [i, later] of dated.entries()) {
      const earlier = dated[i - 1]
      if (!earlier || later.due >= earlier.due) continue
      yield {
        at: placeOf(later),
        reason: {
          zh: `时限“${quote(later.raw)}”（${later.due}）早于前一步的“${quote(earlier.raw)}”（${earlier.due}）`,
          en: `the deadline "${quote(later.raw)}" (${later.due}) lies before that of the step before it, "${quote(earlier.raw)}" (${earlier.due})`,
        },
      }
    }
  }
}

function* findEndless(subject: Subject): Generator<Found> {
  if (lastYearOf(subject.plan.document.title) !== null) return
  for (const { deadline } of deadlinesOf(subject, { text: false })) {
    if (deadline.kind !== 'recurring' || /[至到—~～–-]|止|前三|上半年|下半年/.test(squeeze(deadline.raw))) continue
    yield {
      at: placeOf(deadline),
      reason: {
        zh: `“${quote(deadline.raw)}”没有说到何时为止，标题里也没有年度`,
        en: `"${quote(deadline.raw)}" says not until when, nor does the title name a year`,
      },
    }
  }
}

const ISSUED = '一、编制年度计划。（6月底前）\n二、开展检查。（9月底前）\n'

export const DEADLINES = [
  {
    id: 'deadline-missing',
    severity: 'warning',
    title: { zh: '任务没有时限', en: 'A task without a deadline' },
    help: {
      zh: '同级任务或同一张表的各行都写明时限，只有个别没有写时提出。',
      en: 'Told where a task names no deadline and at least twice as many beside it, or in its table, do.',
    },
    find: findWithoutDeadline,
    examples: {
      bad: ['一、编制年度计划。（6月底前）\n二、开展检查。（9月底前）\n⟦三、⟧完善制度。'],
      good: [`${ISSUED}三、完善制度。（年底前）`, `${ISSUED}三、10月底前完善制度。`],
    },
  },
  {
    id: 'deadline-unrecognized',
    severity: 'info',
    title: { zh: '时限无法换算', en: 'A deadline that names no time' },
    help: {
      zh: '写在时限位置上，但不能换算成日期、周期或期限，如“尽快”“按上级要求”。如果确有日期，请写明。',
      en: 'It stands in the place of a deadline but is no date, period or term: 尽快, 按上级要求. Where there is a date, say it.',
    },
    message: 'deadline-unrecognized',
    find: (subject) =>
      told(subject, 'deadline-unrecognized', (words) => ({
        zh: `时限“${words}”不能换算成日期`,
        en: `the deadline "${words}" names no time that can be worked out`,
      })),
    examples: {
      bad: ['一、完善制度。（完成时限：⟦尽快⟧）'],
      good: ['一、完善制度。（完成时限：6月底前）', '一、完善制度。（完成时限：长期坚持）'],
    },
  },
  {
    id: 'deadline-year-unknown',
    severity: 'warning',
    title: { zh: '时限没有年份', en: 'A deadline without a year' },
    help: {
      zh: '时限没有写年份，从标题和日期里也看不出是哪一年。请在标题中写明年度，或用 --year 指定。',
      en: 'The deadline prints no year, and the title and the date do not tell it. Name the year in the title, or give it with --year.',
    },
    message: 'year-unknown',
    find: (subject) =>
      told(subject, 'year-unknown', (words) => ({
        zh: `时限“${words}”不知是哪一年：从标题和日期里看不出来`,
        en: `nothing says of which year the deadline "${words}" is: title and date do not tell`,
      })),
    examples: {
      whole: true,
      also: 'document-without-date',
      bad: ['云江县政务公开工作要点\n一、完善制度。（完成时限：⟦6月底前⟧）\n云江县人民政府办公室'],
      good: ['云江县政务公开工作要点\n一、完善制度。（完成时限：6月底前）\n云江县人民政府办公室\n2023年1月10日'],
    },
  },
  {
    id: 'deadline-before-issue',
    severity: 'warning',
    title: { zh: '时限早于印发日期', en: 'A deadline before the date of issue' },
    help: {
      zh: '文件印发时，这个时限已经过了。落实情况类文件（多数时限都已过）不提，正文里没有说“前”“底”的时间（上半年下达资金）也不提。',
      en: 'When the document was issued the deadline had passed. Not told where most deadlines have passed: such a document tells of what was done; nor of a time within the text that is not said to be the last (上半年下达资金).',
    },
    find: findBeforeIssue,
    examples: {
      whole: true,
      bad: [
        '云江县2023年工作要点\n一、编制年度计划。（⟦3月底前⟧）\n二、开展检查。（9月底前）\n云江县人民政府\n2023年5月10日',
      ],
      good: [
        '云江县2023年工作要点\n一、编制年度计划。（5月底前）\n二、开展检查。（9月底前）\n云江县人民政府\n2023年5月10日',
        '云江县2023年上半年工作总结和下半年工作要点\n一、上半年下达资金1亿元。\n二、10月底前开展检查。\n云江县人民政府\n2023年7月10日',
        '云江县2023年工作要点落实情况\n一、编制年度计划。（3月底前）\n落实情况：已完成。\n云江县人民政府\n2023年5月10日',
      ],
    },
  },
  {
    id: 'deadline-after-plan',
    severity: 'info',
    title: { zh: '时限超出计划期限', en: 'A deadline after the period of the plan' },
    help: {
      zh: '时限的年份晚于标题里的年度或规划期末年。可能确实跨年，也可能是年份写错。写明“次年”“明年”的、从本期开始的、跨年度的计划（冬春、学年）不算。',
      en: 'The deadline lies in a later year than the title names. It may be meant so, or the year is wrong. Not told where it says 次年 or 明年, where it began within the plan, or of a plan for a winter or a school year.',
    },
    find: findAfterPlan,
    examples: {
      bad: ['一、编制年度计划。（⟦2032年6月底前⟧）\n二、开展检查。（9月底前）'],
      good: [ISSUED, '一、编制年度计划。（次年1月底前）', '一、开展排查。（2023年11月—2024年3月）'],
    },
  },
  {
    id: 'deadline-disordered',
    severity: 'warning',
    title: { zh: '后一步的时限早于前一步', en: 'A step due before the one before it' },
    help: {
      zh: '同一项任务的各步，或依次进行的各阶段，后一步的时限不应早于前一步。',
      en: 'Of the steps of one task, and of stages that follow one another, none is due before the one before it.',
    },
    find: findDisordered,
    examples: {
      bad: [
        '一、完善制度。（完成时限：9月底前印发，⟦6月底前施行⟧）',
        '一、动员阶段（3月—5月）。召开会议部署。\n二、实施阶段（⟦3月—4月⟧）。开展排查。',
      ],
      good: ['一、完善制度。（完成时限：6月底前印发，9月底前施行）'],
    },
  },
  {
    id: 'recurring-endless',
    severity: 'info',
    title: { zh: '循环任务没有终止时间', en: 'A recurring deadline without an end' },
    help: {
      zh: '“每月”“每季度”等没有说到何时为止，标题里也没有年度或规划期，不知何时结束。',
      en: '每月, 每季度 and the like, where neither they nor the title say until when.',
    },
    find: findEndless,
    examples: {
      whole: true,
      bad: ['云江县信访工作方案\n一、通报进展情况。（完成时限：⟦每月⟧）\n云江县信访局\n2023年1月10日'],
      good: ['云江县2023年信访工作方案\n一、通报进展情况。（完成时限：每月）\n云江县信访局\n2023年1月10日'],
    },
  },
] as const satisfies readonly Rule[]
