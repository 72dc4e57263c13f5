/** Plans made by hand, so that the tests of writers need no parser. */
import type { Deadline, Plan, Position, Section, Task, Unit } from '../src/plan.ts'

export const AT: Position = { start: { line: 3, column: 1, offset: 20 }, end: { line: 3, column: 5, offset: 24 } }

export function unit(name: string, role: Unit['role'] = 'responsible'): Unit {
  return { name, raw: name, role, kind: 'unit', source: 'annotation', canonical: null, position: AT }
}

export function date(due: string, more: Partial<Extract<Deadline, { kind: 'date' }>> = {}): Deadline {
  return {
    raw: '6月底',
    kind: 'date',
    source: 'annotation',
    position: AT,
    start: null,
    due,
    precision: 'month',
    inferredYear: true,
    ...more,
  }
}

export function recurring(rrule: string | null, more: Partial<Deadline> = {}): Deadline {
  const printed = { raw: '每月25日前', source: 'annotation', position: AT } as const
  return { ...printed, kind: 'recurring', every: 'P1M', times: null, rrule, ...more } as Deadline
}

export function task(more: Partial<Task> = {}): Task {
  return {
    type: 'task',
    position: AT,
    spans: [{ start: 20, end: 24, kind: 'text' }],
    id: '1.1',
    marker: '（一）',
    markerGenerated: false,
    ordinal: 1,
    depth: 2,
    units: [],
    deadlines: [],
    title: null,
    text: '完善台账。',
    status: null,
    extra: [],
    ...more,
  }
}

export function section(children: Section['children'], more: Partial<Section> = {}): Section {
  return {
    type: 'section',
    position: AT,
    spans: [{ start: 10, end: 20, kind: 'heading' }],
    id: '1',
    marker: '一、',
    markerGenerated: false,
    ordinal: 1,
    depth: 1,
    units: [],
    deadlines: [],
    title: '夯实基础',
    role: 'work',
    children,
    ...more,
  }
}

export function plan(children: Plan['children'], more: Partial<Plan> = {}): Plan {
  return {
    type: 'plan',
    position: AT,
    spans: [],
    version: 1,
    source: { path: '通知.txt', format: 'text', encoding: 'utf-8', map: null },
    document: {
      title: '云江县2023年政务公开工作要点',
      number: '云政办〔2023〕8号',
      issuer: '云江县人民政府办公室',
      addressees: [],
      issuedOn: '2023-03-01',
      year: 2023,
      references: [],
      deadlines: [],
      text: null,
    },
    messages: [],
    children,
    ...more,
  }
}

/** A plan of one section with one task of everything. */
export function samplePlan(): Plan {
  return plan([
    section([
      task({
        units: [
          unit('办公室', 'lead'),
          unit('法规科'),
          unit('信息科'),
          unit('财务科', 'support'),
          unit('李明', 'supervisor'),
        ],
        deadlines: [date('2023-06-30'), date('2023-09-30', { raw: '9月底前', source: 'text' })],
        status: '已完成初稿。',
        extra: [{ label: '备注', value: '每季一报', position: AT }],
      }),
      task({ id: '1.2', marker: '（二）', title: '加强培训', text: '加强培训\n每年不少于两次，"全员"参加。' }),
    ]),
  ])
}
