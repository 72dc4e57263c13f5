/** A generated plan as a Word document, numbered by hand or by Word, and as a web page. */
import { abstractNum, docx, lvl, num, type Parts, p, table } from '../read/docx-build.ts'
import type { Model } from './model.ts'
import { type Line, type Oracle, printLines } from './print.ts'

export interface PlanFile extends Pick<Oracle, 'document' | 'tasks'> {
  name: string
  bytes: Uint8Array
}

export const FILES = ['typed.docx', 'numbered.docx', 'page.html'] as const

export function planFile(model: Model, name: (typeof FILES)[number]): PlanFile {
  // Word counts each level anew, in its own way.
  const own = name === 'numbered.docx' ? { levels: ['一、', '（一）', '1.', '（1）', '①'], throughout: false } : {}
  const look = { ...model.look, wrap: null, pageNumbers: false, ...own }
  const { lines, ...right } = printLines({ ...model, look })
  return { ...right, name, bytes: name === 'page.html' ? asPage(lines) : asWord(lines, name === 'numbered.docx') }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const NUMBERING =
  abstractNum(
    0,
    lvl(0, 'chineseCountingThousand', '%1、'),
    lvl(1, 'chineseCountingThousand', '（%2）'),
    lvl(2, 'decimal', '%3.'),
    lvl(3, 'decimal', '（%4）'),
    lvl(4, 'decimalEnclosedCircle', '%5'),
  ) + num(1, 0)

function asWord(lines: readonly Line[], isNumbered: boolean): Uint8Array {
  const parts = lines.flatMap(({ text, cells, start }) => {
    if (cells) return [table(...cells.map((row) => row.map(escaped)))]
    const [first = '', ...more] = text.split('\n').map((each) => each.trim())
    const head =
      isNumbered && start
        ? p(escaped(first.slice(start.marker.length)), { num: [1, start.depth - 1] })
        : p(escaped(first))
    return [head, ...more.map((each) => p(escaped(each)))]
  })
  const made: Parts = { body: parts.join('') }
  return docx(isNumbered ? { ...made, numbering: NUMBERING } : made)
}

function asPage(lines: readonly Line[]): Uint8Array {
  const cell = (text: string) => `<td>${escaped(text)}</td>`
  const parts = lines.flatMap(({ text, cells }) =>
    cells
      ? [`<table>${cells.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`]
      : text.split('\n').map((each) => `<p>${escaped(each)}</p>`),
  )
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div>${parts.join('\n')}</div></body></html>`
  return new TextEncoder().encode(page)
}
