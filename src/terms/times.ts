/**
 * Times that no calendar knows, by their look: 防火期内, 汛前, 按省统一部署, 春节、国庆节前各一次.
 */

/** True for a short text that says when, if not a date; in a column of deadlines it stands rightly. */
export function looksConditional(text: string): boolean {
  return text.length <= 20 && /(?:[内前后]|期间|各一次|[节假]日)$|^(?:[按视待随根]|以(?!及))|为准$|^立/.test(text)
}
