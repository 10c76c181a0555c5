import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
/** `npm run seed -- 100000`: made-up generations into DAILIES_DATA. */
runTypeScript('bench/seed.ts', {}, process.argv.slice(2))
