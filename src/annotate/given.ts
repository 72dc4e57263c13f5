/**
 * The fields of a list that is read as it stands: the bracket that closes an item, 〔牵头单位：…；完成时限：…〕, and the
 * labelled lines below it, 进展情况：….
 */
import { noFields } from '../fields.ts'
import type { Fields, Segment } from '../stages.ts'
import { type Closing, LISTING, labelOf, readClosing } from '../terms/listing.ts'
import { append } from '../text/append.ts'
import type { View } from '../text/view.ts'
import type { ReadingContext } from './context.ts'
import { deadlinesOf, readContent } from './fields.ts'
import { cutParagraph } from './paragraph.ts'
import { kindOf } from './units.ts'

/** The segments of a closing bracket or of a labelled line; one that was corrected by hand is read like any other. */
export function readGiven(view: View, context: ReadingContext): Segment[] {
  const closing = readClosing(view.text)
  if (closing) return [{ kind: 'annotation', view, fields: fieldsOfClosing(view, closing, context) }]
  return view.text.startsWith('〔') ? cutParagraph(view, context, true) : [readLine(view, context)]
}

/** Names are what stands between the separators: they were cut when the list was made. */
function fieldsOfClosing(view: View, closing: readonly Closing[], context: ReadingContext): Fields {
  const fields = noFields()
  for (const { field, label, values } of closing) {
    for (const { start, end } of values) {
      const value = view.slice(start, end)
      if (field === 'deadline') append(fields.deadlines, deadlinesOf(value, context))
      else {
        const kind = kindOf(value.text, field)
        fields.units.push({ view: value, role: field, kind, source: 'annotation', rule: `label:${label}` })
      }
    }
  }
  return fields
}

/** Any label is kept; a line without one says how far it is. */
function readLine(view: View, context: ReadingContext): Segment {
  const { label, content } = labelOf(view.text) ?? { label: LISTING.zh.status, content: 0 }
  const value = view.slice(content).trim()
  const known = label === LISTING.en.status ? context.terms.fieldOf(LISTING.zh.status) : context.terms.fieldOf(label)
  const field = known?.kind === 'unit' || known?.kind === 'deadline' || known?.kind === 'status' ? known : null
  const fields = readContent(field ?? { kind: 'extra' }, label, value, context)
  return { kind: field === null ? 'extra' : field.kind === 'status' ? 'status' : 'annotation', view, fields }
}
