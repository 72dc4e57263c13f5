/**
 * Tables: rows → tasks, names and categories left of them → sections.
 */

import { addFields } from '../fields.ts'
import type { PlanNode, Section, Task } from '../plan.ts'
import type { AnnotatedTable, Segment, TableEntry } from '../stages.ts'
import { type Marker, ordinalOf } from '../terms/markers.ts'
import { append } from '../text/append.ts'
import { markerSpans, type NodeMaker } from './nodes.ts'
import { fieldsOf } from './pieces.ts'
import { type Scope, scopeBelow } from './scope.ts'
import { withoutStop } from './title.ts'
import { inheritFrom, spansOf } from './values.ts'

type Group = Extract<TableEntry, { kind: 'group' }>
type Row = Extract<TableEntry, { kind: 'row' }>

export function hasRows(table: AnnotatedTable): boolean {
  return table.entries.some((entry) => entry.kind === 'row')
}

/** The nodes of a table: its rows as tasks, under sections for its groups. */
export function buildTable(table: AnnotatedTable, scope: Scope, maker: NodeMaker): PlanNode[] {
  const nodes: PlanNode[] = []
  const open: { section: Section; scope: Scope }[] = []
  const role = hasRows(table) ? 'tableHeader' : 'note'
  for (const entry of table.entries) {
    if (entry.kind === 'group') open.length = Math.min(open.length, entry.level)
    const into = open.at(-1)?.section.children ?? nodes
    const inner = open.at(-1)?.scope ?? scope
    if (entry.kind === 'header')
      append(
        into,
        entry.views.flatMap((view) => maker.paragraph(view, role)),
      )
    else if (entry.kind === 'again') append(open[entry.level]?.section.spans ?? [], spansOf(entry.view, 'heading'))
    else if (entry.kind === 'row') into.push(buildRow(entry, inner, maker))
    else {
      const group = buildGroup(entry, inner, maker)
      into.push(group.section)
      open.push(group)
    }
  }
  return nodes
}

function buildGroup(entry: Group, scope: Scope, maker: NodeMaker): { section: Section; scope: Scope } {
  const section = maker.section({ marker: entry.marker, generated: false }, entry.segments, scope)
  const words = entry.segments.filter((segment) => segment.kind === 'text')
  const title = words[0]?.view
  section.title = title ? title.slice(0, withoutStop(title.text).length).trim().printed : ''
  append(
    section.spans,
    words.flatMap((segment) => spansOf(segment.view, 'heading')),
  )
  if (entry.marker) append(section.spans, markerSpans(entry.view, entry.marker))
  return { section, scope: scopeBelow(section, inheritFrom(fieldsOf(entry.segments), scope.inherited), null) }
}

function buildRow(entry: Row, scope: Scope, maker: NodeMaker): Task {
  const segments = entry.text.flat()
  const body = segments.filter((segment) => segment.kind === 'text').map((segment) => segment.view)
  const spans = segments.flatMap((segment: Segment) => spansOf(segment.view, segment.kind))
  for (const { kind, views } of entry.cells)
    append(
      spans,
      views.flatMap((view) => spansOf(view, kind)),
    )
  const { marker: printed } = entry
  const generated = typeof printed === 'string'
  if (printed && !generated) append(spans, spansOf(printed, 'marker'))
  const fields = fieldsOf(segments)
  addFields(fields, entry.fields)
  const marker = printed ? rowMarker(generated ? printed : printed.printed) : null
  return maker.task({ marker, generated }, body, 0, { fields, annotations: [] }, spans, scope)
}

/** The number of a row: `3`, `3.`, （三）. */
function rowMarker(text: string): Marker {
  const numeral = /[0-9０-９]+|[〇零一二三四五六七八九十百]+/.exec(text)?.[0]
  const ordinal = numeral === undefined ? null : ordinalOf(numeral)
  return { style: 'row', text, family: 'row', ordinal, length: text.length, weak: false }
}
