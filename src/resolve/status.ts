/**
 * What stands below the line that says how far the work is: more of it, or what is told beside it.
 */
import type { AnnotatedText, Fields, Segment } from '../stages.ts'
import { DONE_AT } from '../terms/columns.ts'
import { BULLETS } from '../text/signs.ts'
import type { View } from '../text/view.ts'

/** 存在问题：…, 未完成原因：… among what is told of the progress is neither the work nor how far it is. */
const TROUBLES = new RegExp(
  `^[\\s${BULLETS}]*【?((?:(?:存在|主要|有关)?的?(?:问题|困难|不足|短板)(?:和(?:问题|困难|不足)|及原因)?|(?:(?:未完成|未达标|未办结|未销号|滞后|进度滞后)的?)?(?:主要)?原因(?:分析|说明)?))\\s?(?:】[：:]?|[：:])\\s*`,
)
const OPENING = new RegExp(`^[\\s${BULLETS}]{1,4}`)

/**
 * An unlabelled paragraph right after a status belongs to it; one of the troubles is set apart from both, and so is the
 * list below 存在问题： alone on its line.
 */
export function statusRunsOn(paragraphs: readonly AnnotatedText[]): AnnotatedText[] {
  let [open, isTold] = [false, false]
  let listed: string | null = null
  return paragraphs.map((paragraph) => {
    const [only, ...more] = paragraph.segments
    const isPlain = only?.kind === 'text' && more.length === 0
    if (isPlain && listed !== null) return toldOf(paragraph, only.view, listed, only.view)
    listed = null
    const done = isTold && only && more.length === 0 ? doneAt(only) : null
    if (done) return toldOf(paragraph, done.whole, done.label, done.view)
    if (!isPlain || !open) {
      open = paragraph.segments.at(-1)?.kind === 'status'
      isTold ||= open
      return paragraph
    }
    const troubles = TROUBLES.exec(only.view.text)
    if (!troubles) {
      const fields: Fields = { units: [], deadlines: [], status: [only.view], extra: [] }
      return { ...paragraph, segments: [{ kind: 'status', view: only.view, fields }] }
    }
    const label = troubles[1] as string
    const view = only.view.slice(troubles[0].length)
    if (view.length === 0) listed = label
    return toldOf(paragraph, only.view, label, view)
  })
}

/** 销号时间：5月6日 somewhere after how far the work is. */
function doneAt({ kind, view, fields }: Segment): { whole: View; label: string; view: View } | null {
  const colon = kind === 'annotation' && fields.deadlines.length > 0 ? view.text.search(/[：:]/) : -1
  const label = view.text.slice(0, Math.max(0, colon)).replace(OPENING, '')
  return DONE_AT.test(label) ? { whole: view, label, view: view.slice(colon + 1).trim() } : null
}

/** A paragraph, or a label's line, that tells what is neither the work nor how far it is. */
function toldOf(paragraph: AnnotatedText, whole: View, label: string, view: View): AnnotatedText {
  const extra = view.length === 0 ? [] : [{ label, view }]
  const fields: Fields = { units: [], deadlines: [], status: [], extra }
  return { ...paragraph, segments: [{ kind: 'extra', view: whole, fields }] }
}
