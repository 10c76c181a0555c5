import { install } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
runTypeScript('bench/engine.ts')
