import { type ChildProcess, spawn } from 'node:child_process'

/** Arguments in one line, none of which has a blank in it. */
export const words = (line: string): string[] => line.split(' ')

/** Play lists and the like can name other files and addresses: only containers, only this file. */
export const readingOf = (path: string): string[] => [
  ...words('-protocol_whitelist file -format_whitelist mov,mp4,m4a,3gp,3g2,mj2,matroska,webm'),
  '-i',
  `file:${path}`,
]

const mostSaid = 4000

/** A started program; `ended` rejects with its last words unless it ends well. */
export function startTool(
  program: string,
  args: string[],
  stdin: 'pipe' | 'ignore',
): { child: ChildProcess; ended: Promise<void> } {
  const { PATH, LANG } = process.env
  // Whatever else stands in the environment is not its business; it needs no home.
  const env = { ...(PATH && { PATH }), ...(LANG && { LANG }) }
  const child = spawn(program, args, { stdio: [stdin, 'pipe', 'pipe'], env })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    said = (said + more).slice(-mostSaid)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(said.trim() || `it ended with ${signal ?? code}`))
    })
  })
  ended.catch(() => undefined)
  return { child, ended }
}

/** What a program says, whole. */
export async function hearTool(program: string, args: string[]): Promise<Buffer> {
  const { child, ended } = startTool(program, args, 'ignore')
  const heard: Buffer[] = []
  child.stdout?.on('data', (bytes: Buffer) => heard.push(bytes))
  await ended
  return Buffer.concat(heard)
}
