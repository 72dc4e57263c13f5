/** Writes small PDFs for tests: text at places, in a font that is not embedded, and ruled lines. */
import { gbkBytes } from './gbk.ts'

export interface Text {
  x: number
  /** From the top of the page. */
  y: number
  text: string
  size?: number
}
export interface Ruling {
  x1: number
  y1: number
  x2: number
  y2: number
}
export interface PdfPage {
  texts?: readonly Text[]
  rules?: readonly Ruling[]
}

const HEIGHT = 842

/** Bytes for the character map GBK-EUC-H. */
function hex(text: string): string {
  return Array.from(gbkBytes(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A PDF of pages, A4; `encrypt` says that it is protected. */
export function pdf(pages: readonly PdfPage[], { encrypt = false } = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >> >>',
  )
  for (const page of pages) {
    const content = contentOf(page)
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  const key = '00'.repeat(32)
  if (encrypt) add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`)
  return write(objects, encrypt ? ` /Encrypt ${objects.length} 0 R /ID [<${key}> <${key}>]` : '')
}

function contentOf({ texts = [], rules = [] }: PdfPage): string {
  const shown = texts.map(
    ({ x, y, text, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj ET`,
  )
  const drawn = rules.map(({ x1, y1, x2, y2 }) => `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`)
  return [...drawn, ...shown].join('\n')
}

function write(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Texts one under another, as a page of running text has them. */
export function column(lines: readonly string[], { x = 90, y = 100, size = 16, pitch = 28 } = {}): Text[] {
  return lines.flatMap((line, i) => {
    const indent = line.length - line.trimStart().length
    return line.trim() === '' ? [] : [{ x: x + (indent * size) / 2, y: y + i * pitch, text: line.trim(), size }]
  })
}

/** A ruled table: the cells' lines, and the rules around every cell. */
export function table(xs: readonly number[], top: number, rows: readonly (readonly string[])[], size = 12) {
  const texts: Text[] = []
  const ys = [top]
  for (const row of rows) {
    const y = ys.at(-1) as number
    row.forEach((cell, i) => {
      cell.split('\n').forEach((line, k) => {
        texts.push({ x: (xs[i] as number) + 5, y: y + 15 + k * 16, text: line, size })
      })
    })
    ys.push(y + 8 + 16 * Math.max(...row.map((cell) => cell.split('\n').length)))
  }
  const [left, right, bottom] = [xs[0] as number, xs.at(-1) as number, ys.at(-1) as number]
  const rules = [
    ...ys.map((y) => ({ x1: left, y1: y, x2: right, y2: y })),
    ...xs.map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })),
  ]
  return { texts: texts.filter(({ text }) => text !== ''), rules }
}
