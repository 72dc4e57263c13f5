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

/** What `require` does, with the program as it was compiled. */
function load() {
  const text = readFileSync(program, 'latin1')
  const script = new Script(`(function (exports, require, module, __dirname) {${text}\n})`, {
    filename: program,
    cachedData: compiled(text.slice(0, HEAD)),
  })
  const loaded = new module.constructor(program)
  // Its parts ask for it.
  require.cache[program] = loaded
  const requireHere = (name) => require(name.startsWith('./') ? join(folder, name) : name)
  script.runInThisContext()(loaded.exports, requireHere, loaded, folder)
  return { script, start: loaded.exports.start }
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
  const { script, start } = load()
  // For the build, which compiles it.
  module.exports = script
  start()
} catch (error) {
  if (error.code !== 'ENOENT' || error.path !== program) throw error
  console.error('planparse: 还没有构建，请先运行 npm install（或 npm run build）')
  console.error('planparse: it is not built yet; run npm install, or npm run build, first')
  process.exitCode = 2
}
