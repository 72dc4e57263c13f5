/** A generated plan as a Word document and as a web page. */
import { docx, p, table } from '../read/docx-build.ts'
import type { Model } from './model.ts'
import { type Line, type Oracle, printLines } from './print.ts'

export interface PlanFile extends Pick<Oracle, 'document' | 'tasks'> {
  name: string
  bytes: Uint8Array
}

export function planFile(model: Model, name: 'plan.docx' | 'plan.html'): PlanFile {
  const { lines, ...right } = printLines({ ...model, look: { ...model.look, wrap: null, pageNumbers: false } })
  return { ...right, name, bytes: name === 'plan.docx' ? asWord(lines) : asPage(lines) }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function asWord(lines: readonly Line[]): Uint8Array {
  const parts = lines.flatMap(({ text, cells }) =>
    cells ? [table(...cells.map((row) => row.map(escaped)))] : text.split('\n').map((each) => p(escaped(each.trim()))),
  )
  return docx(parts.join(''))
}

function asPage(lines: readonly Line[]): Uint8Array {
  const parts = lines.flatMap(({ text, cells }) =>
    cells
      ? [
          `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
        ]
      : text.split('\n').map((each) => `<p>${escaped(each)}</p>`),
  )
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div>${parts.join('\n')}</div></body></html>`
  return new TextEncoder().encode(page)
}
