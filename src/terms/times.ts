/**
 * Times that no calendar knows, by their look: 防火期内, 汛前, 按省统一部署, 春节、国庆节前各一次, 周二上午.
 */

/** A day of a week that only the document's reader knows: 周二上午, 下周五. */
export function isWeekday(text: string): boolean {
  return /^[本下]?(?:周|星期|礼拜)[一二三四五六日天末](?:[上下中]午|晚上?|全天)?前?$/.test(text)
}

/** 时间待定, 具体时间另行通知 */
const UNFIXED = /^(?:具体|完成|开工|举办)?(?:时间|时限|日期)(?:待定|未定|另定|另行(?:通知|确定|安排|研究))$/

/** True for a short text that says when, if not a date; in a column of deadlines it stands rightly. */
export function looksConditional(text: string): boolean {
  if (isWeekday(text) || UNFIXED.test(text)) return true
  return (
    text.length <= 20 &&
    /(?:[内前后]|期间|各一次|[节假]日)$|^(?:寒暑|[寒暑])[假期]$|^[春夏秋冬]季$|^农闲时?$|^(?:[按视待随根]|以(?!及))|为准$|^立/.test(
      text,
    )
  )
}
