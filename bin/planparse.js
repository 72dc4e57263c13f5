#!/usr/bin/env node
// The program is one CommonJS file made by the build: an ES module, or many files, would start slower. Beside it the
// build leaves it compiled; another version of Node passes that over.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const folder = join(__dirname, '../dist/bin')
const program = join(folder, 'planparse.cjs')
/** Bytes of the first line, a hash in a comment: the compiled program has that of the one it is made from. */
const HEAD = 67

function run() {
  const text = readFileSync(program, 'latin1')
  const script = new Script(text, { filename: program, cachedData: compiled(text.slice(0, HEAD)) })
  script.runInThisContext()((name) => require(name.startsWith('./') ? join(folder, name) : name), folder)
  return script
}

function compiled(head) {
  try {
    const code = readFileSync(`${program}.code`)
    return code.latin1Slice(0, HEAD) === head ? code.subarray(HEAD) : undefined
  } catch {
    return undefined
  }
}

try {
  // For the build, which compiles it.
  module.exports = run()
} catch (error) {
  if (error.code !== 'ENOENT' || error.path !== program) throw error
  console.error('planparse: 还没有构建，请先运行 npm install（或 npm run build）')
  console.error('planparse: it is not built yet; run npm install, or npm run build, first')
  process.exitCode = 2
}
