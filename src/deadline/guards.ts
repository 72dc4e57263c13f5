/** What must stand around a date for it to be a deadline. */
import { DASH, DAY, year } from './fragments.ts'
import type { TextGuard } from './types.ts'

export const anyYear = (n = '') => `(?:${year(n)})?`
/** What must not follow a point: that it is a beginning (起), that a time comes after it, or the end of a range. */
export const ALONE = `(?!起|以来|以?后|之后|的?时候|${DASH}(?:[0-9〇零一二三四五六七八九十第年今本当明次翌来下][^是级]|[上中下][旬半]|Q))`
/** A bare year or month before an occasion (2024年秋季学期开学前) is not the deadline; the occasion is. */
export const NO_OCCASION =
  '(?![^，。；、）)]{0,12}(?:节|五一|十一|元旦|国庆|汛期?|入[冬夏秋]|封冻|[供采]暖|[春夏秋冬]季|雨季|旱季|防火期|[枯丰]水期|开学|学期|放假|换届|两会|会议|年会|大会|考试|[高中]考|迎检)(?:[^，。；、）)]{0,4})前)'

/** A month as such: no day or part of it follows, nor how often (一月一次). */
export const WHOLE_MONTH = `(?!${DAY}[日号]|[上中下][、和及]?[上中下]?旬|月?[底末]|初|中(?![小学])|[一二两三四五][次期场轮]|一[调通报研会督总汇考评检更推简排])`

/** Words that make a past fact, a beginning or a comparison of what follows. */
const PAST_OR_BASIS =
  '截[至止][到至]?|去|上一?|往|前|同|近|早在|已于|曾于|始于|(?<!时[限间])为|[比较占超每第]|参照|按照?|根据|执行|依据'
export const NOT_AFTER = new RegExp(`(?:${PAST_OR_BASIS}|(?<!各)自)$`)
const NOT_BEFORE = /^(?:[的已]|期间[的，]|份的)/
export const POINT: TextGuard = { notAfter: NOT_AFTER, notBefore: NOT_BEFORE }
/** A day or month without 前 may as well tell of the past, or name an occasion. */
export const BARE: TextGuard = {
  notAfter: NOT_AFTER,
  notBefore:
    /^(?:[的已是为]|[“"]|全[国市省县区]|世界|国际|以来|印发|发布|颁布|出台的|召开的|发生|实施的|同比|期间|底数|工资|度|放假|调休)/,
  notPast: true,
}
/** A range may begin with 自. */
export const SPAN: TextGuard = { ...BARE, notAfter: new RegExp(`(?:${PAST_OR_BASIS})$`) }
/** A quarter or half-year as such is also a period that is reported on. */
export const PERIOD: TextGuard = {
  notAfter: /(?:截[至止][到至]?|去年?|上年?一?|下|本|每|各|往年|同期|[比较占超按个从自])$/,
  notBefore:
    /^(?:[的已，,：]|以来|(?:国民)?经济|预算执行|工作|GDP|财政|税收|主要|情况|数据|报表|考核|通报|形势|指标|目标|任务|同比|增[长速]|总结|末的)/,
  notPast: true,
}
const WORK =
  '完成(?!情况|的|率|后|了)|建成|新[建增改](?!区)|实现|力争|基本|全面|全部|计划|投入|开工|竣工|启动|培[育养]|达到|争取|确保|推[进动]'
export const WORK_FOLLOWS = new RegExp(`^(?:，|,)?(?:${WORK})`)
/** A figure to reach by then: ，覆盖率达到60%. */
const FIGURE = '[^，,。；：]{2,20}(?:达到?|(?:提[高升]|增加|扩大|[降减]低|[压缩]减|控制|稳定|保持)[到至在])\\d'
/** So many to be made by then: 改造小区20个, 组织培训10期. */
const COUNT_OF_WORK =
  '(?:公开)?(?:招聘|选派|改造|建设|实施|引进|招引|开展|举办|创建|打造|组织|安排|发放|推介|培训)[^，,。；：的]{0,16}\\d'
export const WORK_OR_FIGURE = new RegExp(`^(?:，|,)?(?:${WORK})|^[，,]?(?:${FIGURE}|${COUNT_OF_WORK})`)
