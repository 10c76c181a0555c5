import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { barCodedFrame } from './bar-coded-frame.ts'
import { openVideoEncoder } from './video-encoder.ts'

/** Encodes a clip to the path it is sent and says the hash of the file. */
process.on('message', (path: string) => {
  void (async () => {
    const rate = { num: 24, den: 1 }
    const encoder = await openVideoEncoder({ path, width: 320, height: 176, rate, keyInterval: 12 })
    for (let index = 0; index < 30; index++) await encoder.write(barCodedFrame(index, 320, 176))
    await encoder.close()
    const hash = createHash('sha256').update(await readFile(path))
    process.send?.(hash.digest('hex'), () => process.disconnect())
  })()
})
