import { type ZipEntry, zipBytes } from './zip-bytes.ts'

/** Nothing is begun before the first read, and who leaves ends the reading of the files as well. */
export function zipStream(entries: AsyncIterable<ZipEntry>): ReadableStream<Uint8Array> {
  const bytes = zipBytes(entries)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await bytes.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await bytes.return(undefined)),
    },
    { highWaterMark: 0 },
  )
}
