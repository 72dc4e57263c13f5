// Runs the program as it is given, and keeps how Node compiled it: node compile.cjs CODE ARGUMENT…
const { readFileSync, writeFileSync } = require('node:fs')

const [node, , code, ...argv] = process.argv
process.argv = [node, 'planparse', ...argv]
const script = require('../bin/planparse.js')

process.on('exit', () => {
  const head = readFileSync(code.replace(/\.code$/, ''), 'latin1').split('\n', 1)[0]
  writeFileSync(code, Buffer.concat([Buffer.from(`${head}\n`), script.createCachedData()]))
})
