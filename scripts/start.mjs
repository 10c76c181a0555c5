import { buildPage } from './build-page.mjs'
import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
buildPage()
runTypeScript('src/server/main.ts')
