/** What the library that reads PDF is asked for, and what it is not given. */
import { expect, test, vi } from 'vitest'
import { withPdf } from '../../src/read/pdf/library.ts'

const getDocument = vi.hoisted(() =>
  vi.fn(() => ({ promise: Promise.reject(new Error('no document')), destroy: async () => {} })),
)
vi.mock('pdfjs-dist/legacy/build/pdf.mjs', () => ({ getDocument, OPS: {}, PDFWorker: { create: () => null } }))

test('no evaluation, no fonts, no network', async () => {
  await expect(withPdf(new Uint8Array(9), async () => {})).rejects.toMatchObject({ code: 'truncated' })
  expect(getDocument).toHaveBeenCalledWith(
    expect.objectContaining({
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      cMapUrl: expect.stringMatching(/^(?:\/|[A-Z]:).*cmaps.?$/),
    }),
  )
  expect(getDocument).not.toHaveBeenCalledWith(expect.objectContaining({ url: expect.anything() }))
})
