import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
/** `npm run bench`, or `npm run bench -- health`. */
runTypeScript(`bench/${process.argv[2] ?? 'engine'}.ts`, {}, process.argv.slice(3))
