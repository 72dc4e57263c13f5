/** Whatever a PDF asks for of the library that takes it apart, it comes to an end, and the next one is read. */
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { inThread } from '../../src/read/pdf/thread.ts'
import { scratch } from '../cli/hosts.ts'
import { column, pdf } from './pdf-writer.ts'
import { lines } from './plan-of.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** Waits for a library whose half in the thread does `what`. */
function waitFor(what: string, limits: { seconds: number; gigabytes: number }) {
  folder = scratch({ 'half.mjs': `export const WorkerMessageHandler = { initializeFromPort() { ${what} } }` })
  return inThread(join(folder.path, 'half.mjs'), () => new Promise(() => {}), limits)
}

test.each([
  ['a loop without end', 'for (;;);', { seconds: 0.2, gigabytes: 9 }],
  ['waiting without end', 'setInterval(() => {}, 1000)', { seconds: 0.2, gigabytes: 9 }],
  [
    'streams that swell',
    'for (const all = []; ; ) all.push(new Uint8Array(1 << 20).fill(1))',
    { seconds: 99, gigabytes: 0.2 },
  ],
  ['an array that grows', 'for (const all = []; ; ) all.push(all.length)', { seconds: 99, gigabytes: 0.2 }],
])('%s is refused', async (_, what, limits) => {
  await expect(waitFor(what, limits)).rejects.toMatchObject({ code: 'pdf-limits' })
})

test('a fault of the library is one of the document', async () => {
  await expect(waitFor("throw new Error('odd')", { seconds: 99, gigabytes: 9 })).rejects.toMatchObject({
    code: 'truncated',
  })
})

test('what comes afterwards is read, several at a time as well', async () => {
  const plan = pdf([{ texts: column(['云江县2023年工作要点', '一、完善台账管理制度。（责任单位：办公室）']) }])
  const read = () => lines(plan)
  const first = await read()
  expect(first).toEqual(['一、完善台账管理制度。｜办公室｜'])
  expect(await Promise.all([read(), read(), read()])).toEqual([first, first, first])
  expect(await read()).toEqual(first)
})
