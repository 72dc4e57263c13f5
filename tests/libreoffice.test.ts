/**
 * Documents of the labelled corpus, saved by LibreOffice as .docx and PDF, give what their text gives. Skipped where
 * the corpus or LibreOffice is missing, unless PLANPARSE_REQUIRE names `corpus` and `soffice`.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asProcess, scratch } from './cli/hosts.ts'
import { convertTo } from './cli/libreoffice.ts'
import { needs, SHARED } from './needs.ts'

const root = join(import.meta.dirname, '..')
const corpus = join(SHARED, 'corpus')

const NAMES = ['b01', 'b02', 'p01', 'p03', 'p04', 't01', 't02']
/** `perfect` of the documents as text is 1. */
const LEAST = 'perfect=0.98,document=0.97'

describe.skipIf(!needs('corpus', 'soffice'))('saved by LibreOffice', () => {
  let folder: ReturnType<typeof scratch>
  beforeAll(() => {
    folder = scratch()
    const file = (name: string, extension: string) => join(folder.path, `${name}.${extension}`)
    for (const name of NAMES) copyFileSync(join(corpus, 'dev', `${name}.txt`), file(name, 'txt'))
    const made = (extension: string) => NAMES.map((name) => file(name, extension))
    convertTo('docx', made('txt'), folder.path, '--infilter=Text (encoded):UTF8')
    convertTo('pdf', made('docx'), folder.path)
  }, 120_000)
  afterAll(() => folder.drop())

  test.each(['docx', 'pdf'])('.%s', async (extension) => {
    const { path } = folder
    const scored = scratch(Object.fromEntries(await Promise.all(NAMES.map((name) => textOf(path, name, extension)))))
    for (const name of NAMES) {
      copyFileSync(join(corpus, 'dev', `${name}.gold.json`), join(scored.path, `${name}.gold.json`))
      renameSync(join(path, `${name}.${extension}`), join(scored.path, `${name}.txt.${extension}`))
    }
    // Places are in the extracted text, which lies where the scorer looks for the document.
    const command = `node bin/planparse.js {}.${extension} --format json`
    const score = [join(corpus, 'score.mjs'), '--diff', '--min', LEAST, '--cmd', command, scored.path]
    const run = spawnSync(process.execPath, score, { cwd: root, encoding: 'utf8' })
    scored.drop()
    expect(`${run.stdout}${run.stderr}exit ${run.status}`).toMatch(/exit 0$/)
  })
})

async function textOf(path: string, name: string, extension: string): Promise<[string, string]> {
  const { stdout } = await asProcess({ argv: ['--stage', 'text', `${name}.${extension}`], cwd: path })
  return [`${name}.txt`, stdout]
}
