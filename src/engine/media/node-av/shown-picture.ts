import { FilterGraph, Frame } from 'node-av/lib'
import type { FilterContext } from 'node-av/lib'
import { showingFilters } from '../picture-form.ts'
import type { PictureForm } from '../picture-form.ts'
import { succeed } from '../succeed.ts'

/** Turns decoded pictures into the bytes of shown ones; keeps its filters while the form stays. */
export type PictureShower = {
  show(frame: Frame, form: PictureForm): Promise<Uint8Array>
  free(): void
}

type Chain = { graph: FilterGraph; entry: FilterContext; exit: FilterContext }

export function openPictureShower(target: 'i420' | 'rgb'): PictureShower {
  const shown = new Frame()
  shown.alloc()
  let chain: Chain | undefined
  let chainFor = ''
  return {
    async show(frame, form) {
      const filters = showingFilters(form, target)
      if (!filters) return frame.toBuffer()
      const source =
        `buffer=video_size=${frame.width}x${frame.height}:pix_fmt=${frame.format}:time_base=1/1:` +
        `colorspace=${frame.colorSpace}:range=${frame.colorRange}`
      if (chainFor !== source + filters) {
        chain?.graph.free()
        chain = await openChain(`${source},${filters},buffersink`)
        chainFor = source + filters
      }
      const { entry, exit } = chain!
      succeed(await entry.buffersrcAddFrame(frame), 'converting a picture')
      succeed(await exit.buffersinkGetFrame(shown), 'converting a picture')
      const bytes = shown.toBuffer()
      shown.unref()
      return bytes
    },
    free() {
      chain?.graph.free()
      shown.free()
    },
  }
}

async function openChain(filters: string): Promise<Chain> {
  const graph = new FilterGraph()
  graph.alloc()
  graph.nbThreads = 1
  try {
    succeed(graph.parsePtr(filters), 'reading the filters')
    succeed(await graph.config(), 'opening the filters')
    const all = graph.filters ?? []
    const entry = all.find((filter) => filter.filter?.name === 'buffer')!
    const exit = all.find((filter) => filter.filter?.name === 'buffersink')!
    return { graph, entry, exit }
  } catch (error) {
    graph.free()
    throw error
  }
}
