import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
runTypeScript('src/engine/main.ts')
