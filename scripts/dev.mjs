import { spawn } from 'node:child_process'
import { install, root } from './install.mjs'
import { runTypeScript } from './run.mjs'

install()
const server = runTypeScript('src/server/main.ts')
const page = spawn(process.execPath, ['node_modules/vite/bin/vite.js'], {
  cwd: root,
  stdio: 'inherit',
})
server.on('exit', () => page.kill())
page.on('exit', () => server.kill())
