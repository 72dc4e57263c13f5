/**
 * Annotate: who, by when and how far, found in the paragraphs and tables of an outline and set apart from the words
 * of the work itself.
 */
import { noFields } from '../fields.ts'
import type { AnnotatedItem, AnnotatedText, Item, Segment, TextBlock } from '../stages.ts'
import type { View } from '../text/view.ts'
import type { ReadingContext } from './context.ts'
import { readGiven } from './given.ts'
import { cutParagraph, textSegment } from './paragraph.ts'
import { readTable } from './table.ts'

/** Annotates an item, but not yet those below it: what is said of one need not be kept while the next are read. */
export function annotate(item: Item, context: ReadingContext): AnnotatedItem {
  return {
    kind: 'item',
    marker: item.marker,
    generated: item.generated,
    depth: item.depth,
    head: item.head ? annotateText(item.head, afterMarker(item), context, true) : null,
    entries: item.entries.map((entry) => {
      if (entry.kind === 'item') return entry
      if (entry.kind === 'table') return readTable(entry, context)
      return annotateText(entry, entry.view, context, false)
    }),
  }
}

function afterMarker({ marker, generated, head }: Item): View {
  const view = (head as TextBlock).view
  return marker && !generated ? view.slice(marker.length) : view
}

function annotateText(block: TextBlock, view: View, context: ReadingContext, heading: boolean): AnnotatedText {
  return { kind: 'text', block, segments: segmentsOf(block, view, context, heading) }
}

/**
 * Frame and furniture hold no annotations, but a note may say by when to report; a list that says how it is printed has
 * them set apart already.
 */
function segmentsOf(block: TextBlock, view: View, context: ReadingContext, heading: boolean): Segment[] {
  if (block.role === 'note') return [textSegment(view, context)]
  if (block.role !== null) return [{ kind: 'text', view, fields: noFields() }]
  if (block.given === 'fields') return readGiven(view, context)
  return block.given === 'words' ? [textSegment(view, context)] : cutParagraph(view, context, heading)
}
