import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web site on this machine: files that a test puts there, and one page of text. */
export async function openSite() {
  const files = new Map<string, Buffer>()
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>text')
    else if (file) response.writeHead(200, { 'content-type': 'image/png' }).end(file)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    files,
    missing: `${origin}/missing`,
    page: `${origin}/page`,
    allows: (address: string, at: number) => address === '127.0.0.1' && at === port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
