#!/usr/bin/env node
// The program is one CommonJS file made by the build: an ES module, or many files, would start slower.
try {
  require('../dist/bin/planparse.cjs').start()
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || !error.message.includes('planparse.cjs')) throw error
  console.error('planparse: 还没有构建，请先运行 npm install（或 npm run build）')
  console.error('planparse: it is not built yet; run npm install, or npm run build, first')
  process.exitCode = 2
}
