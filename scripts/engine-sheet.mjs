import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
const [target, reduced] = process.argv.slice(2)
runTypeScript('bench/engine-sheet.ts', {
  ...(target && { SHEET: target }),
  ...(reduced && { SHEET_REDUCED: reduced }),
})
