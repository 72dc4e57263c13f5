/**
 * The PDF library, which need not be installed. It gets no network, no fonts and no code from the document, and the
 * character maps from its own package, without which old fonts that are not embedded give nothing.
 */
import { PlanparseError } from '../../error.ts'
import { systemFault } from '../../system.ts'
import { inThread } from './thread.ts'

/** A stretch of text as the library gives it, with its place: y grows downwards, turned pages stand upright. */
export interface Item {
  text: string
  /** Maps its own units to the page: [a, b, c, d, x, y]. */
  matrix: Matrix
  width: number
}
export type Matrix = readonly [number, number, number, number, number, number]

/** A step of drawing: the names of the library's operators. */
export interface Operation {
  name: string
  args: unknown
}

export interface PdfPage {
  width: number
  height: number
  items: Item[]
  operations: Operations
}
export interface Operations {
  /** From the document's units to the page's. */
  base: Matrix
  steps: Operation[]
}

export interface Pdf {
  numPages: number
  page(number: number): Promise<PdfPage>
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/**
 * Opens a document for as long as `use` takes. Throws `PlanparseError` where it is encrypted or damaged, takes more time
 * or memory than there is, or the library is not there.
 */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: Pdf) => Promise<T>): Promise<T> {
  const library = await load()
  return inThread(fileOfLibrary('legacy/build/pdf.worker.mjs'), async (port) => {
    const task = library.getDocument({
      // The one that the port has already, if it has one.
      worker: library.PDFWorker.create({ port: port as never, verbosity: 0 }),
      // A copy, and no Buffer: the library takes the bytes away from who gives them.
      data: new Uint8Array(bytes),
      cMapUrl: fileOfLibrary('cmaps/'),
      cMapPacked: true,
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      // Pictures are not looked at.
      maxImageSize: 1,
    })
    try {
      const document = await task.promise.catch((error) => {
        throw faultOf(error)
      })
      const names = new Map(Object.entries(library.OPS).map(([name, code]) => [code as number, name]))
      return await use({
        numPages: document.numPages,
        page: (number) => readPage(library, document, names, number),
      })
    } finally {
      await task.destroy()
    }
  })
}

type Document = Awaited<ReturnType<Library['getDocument']>['promise']>

async function readPage(
  library: Library,
  document: Document,
  names: ReadonlyMap<number, string>,
  number: number,
): Promise<PdfPage> {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const base = viewport.transform as unknown as Matrix
  const { items } = await page.getTextContent({ disableNormalization: true })
  const list = await page.getOperatorList()
  const steps = list.fnArray.map((code: number, i: number) => ({
    name: names.get(code) ?? '',
    args: list.argsArray[i] as unknown,
  }))
  page.cleanup()
  return {
    width: viewport.width,
    height: viewport.height,
    items: items.flatMap((item) =>
      'str' in item
        ? [
            {
              text: item.str,
              matrix: library.Util.transform([...base], item.transform) as unknown as Matrix,
              width: item.width,
            },
          ]
        : [],
    ),
    operations: { base, steps },
  }
}

let loading: Promise<Library> | undefined

function load(): Promise<Library> {
  loading ??= quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<Library>)
  return loading
}

/** While it is loaded the library warns that it cannot draw, which is not wanted. */
async function quietly(start: () => Promise<Library>): Promise<Library> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await start()
  } catch (error) {
    loading = undefined
    throw systemFault(error) ?? new PlanparseError('pdf-not-installed')
  } finally {
    console.warn = warn
  }
}

function fileOfLibrary(path: string): string {
  const require = process.getBuiltinModule('node:module').createRequire(import.meta.filename)
  return require.resolve('pdfjs-dist/package.json').replace(/package\.json$/, path)
}

function faultOf(error: unknown): PlanparseError {
  const name = error instanceof Error ? error.name : ''
  return new PlanparseError(name === 'PasswordException' ? 'encrypted' : 'truncated')
}
