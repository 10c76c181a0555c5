import { spawn } from 'node:child_process'
import { root } from './install.mjs'

/** Runs a program to its end with our terminal; signals reach it, its exit code becomes ours. */
export function runTypeScript(file, env = {}, given = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...given], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
  return child
}
