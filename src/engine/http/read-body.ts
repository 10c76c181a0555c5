import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { uploadLimits } from '#contract/upload.ts'
import { Base64Sink } from './base64-sink.ts'
import { JsonLifter } from './json-lifter.ts'
import { Refusal } from './refusal.ts'

/** Bytes that came as base64; `path` is `null` when they are not kept. */
export type Inline = {
  path: string | null
  bytes: number
  sha256: string
  fault: 'none' | 'not_base64' | 'too_large'
}
export type ReadBody = {
  json: unknown
  /** By the text that stands in the JSON in place of the base64, itself base64. */
  inline: ReadonlyMap<string, Inline>
}

/** More than any request may name: one source and 64 anchors. */
const inlineLimit = 66
const jsonLimitBytes = 4 * 1024 * 1024
const bodyLimitBytes = 1024 * 1024 * 1024

const notJson = 'Request body is not valid JSON'
const tooLarge = (what: string) => new Refusal(413, `Request body exceeds ${what} size limit`)

/** What is left of the JSON. */
class Kept {
  #bytes = Buffer.allocUnsafe(64 * 1024)
  #length = 0

  /** @throws Refusal */
  readonly add = (part: Uint8Array) => {
    const length = this.#length + part.length
    if (length > jsonLimitBytes) throw tooLarge('4 MB')
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(length * 2)
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#bytes.set(part, this.#length)
    this.#length = length
  }

  /** @throws Refusal */
  parse(): unknown {
    try {
      return JSON.parse(new TextDecoder().decode(this.#bytes.subarray(0, this.#length)))
    } catch {
      throw new Refusal(400, notJson)
    }
  }
}

/** One inline medium on its way into a file. */
class Incoming {
  readonly #path: string | null
  readonly #sink = new Base64Sink()
  readonly #hash = createHash('sha256')
  #file: FileHandle | undefined
  #bytes = 0

  constructor(path: string | null) {
    this.#path = path
  }

  async add(bytes: Buffer | null) {
    if (!bytes || this.#bytes > uploadLimits.video) return
    this.#bytes += bytes.length
    if (!this.#path || this.#bytes > uploadLimits.video) return
    this.#hash.update(bytes)
    this.#file ??= await open(this.#path, 'wx', 0o600)
    await this.#file.appendFile(bytes)
  }
  part = (text: string) => this.add(this.#sink.add(text))

  async end(): Promise<Inline> {
    await this.add(this.#sink.end())
    await this.close()
    const isTooLarge = this.#bytes > uploadLimits.video
    const fault = isTooLarge ? 'too_large' : this.#sink.isSound ? 'none' : 'not_base64'
    return { path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex'), fault }
  }

  async close() {
    const file = this.#file
    this.#file = undefined
    await file?.close()
  }
}

/**
 * A request's JSON without ever holding the media in it: the base64 of each `data` goes into a
 * file of its own on the way. `newPath` names them; the caller removes them, also after a failure.
 *
 * @throws Refusal 400 when it is not JSON, 413 when it is too large.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  newPath: () => string,
  limitBytes = bodyLimitBytes,
): Promise<ReadBody> {
  const inline = new Map<string, Inline>()
  const kept = new Kept()
  let bodyBytes = 0
  let current: Incoming | undefined
  let name = ''
  const lifter = new JsonLifter(
    {
      begin() {
        name = randomBytes(24).toString('base64')
        current = new Incoming(inline.size < inlineLimit ? newPath() : null)
        return name
      },
      part: async (text) => current?.part(text),
      async end() {
        if (current) inline.set(name, await current.end())
        current = undefined
      },
    },
    kept.add,
  )
  try {
    for await (const chunk of body) {
      bodyBytes += chunk.length
      if (bodyBytes > limitBytes) throw tooLarge('1 GB')
      await lifter.add(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    }
  } finally {
    await current?.close()
  }
  const json = kept.parse()
  if (lifter.isBroken || lifter.isTooDeep) throw new Refusal(400, notJson)
  return { json, inline }
}

/** Takes back what was written for a request that is not accepted. */
export async function removeFiles(paths: Iterable<string>) {
  await Promise.all([...paths].map((path) => rm(path, { force: true })))
}
