import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Understood } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { Pixels } from '../reading/pixels.ts'
import type { SourceMedia } from './renderer.ts'
import type { Draw, Tools } from './tools.ts'

type Request<Type> = Extract<GenerationRequest, { type: Type }>

/** Draws with real tools on real files, and reads back what came of it. */
export function drawingRoom(tools: Tools) {
  const room = mkdtempSync(join(tmpdir(), 'dailies-drawing-'))
  const media: Record<string, SourceMedia> = {}
  let folders = 0
  return {
    /** Puts a file into the room's media; what is returned can stand in a request. */
    put(bytes: Uint8Array, made?: SourceMedia['made']) {
      const id = crypto.randomUUID()
      const path = join(room, id)
      writeFileSync(path, bytes)
      media[id] = {
        path,
        media_type: 'image/png',
        facts: { medium: 'image' },
        ...(made && { made }),
      }
      return { upload_id: id }
    },
    async draw<Type extends 'image' | 'image_edit'>(
      draw: Draw<Type>,
      request: Request<Type>,
      signal = new AbortController().signal,
    ) {
      const folder = mkdtempSync(join(room, `job-${folders++}-`))
      let understood: Understood = { facts: [], not_understood: [] }
      const { outputs } = await draw(
        tools,
        { id: 'job', request, seed: 5, folder, media },
        (progress) => (understood = progress.understood ?? understood),
        signal,
      )
      const path = join(folder, outputs[0]!.name)
      const { format } = await sharp(path).metadata()
      const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true })
      const { width, height, channels } = info
      const picture: Pixels = { width, height, rgb: new Uint8Array(data) }
      return { picture, channels, format, understood, facts: outputs[0]!.facts, path }
    },
    close: () => rmSync(room, { recursive: true }),
  }
}
