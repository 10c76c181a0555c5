import { vi } from 'vitest'

const heads = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  mp4: [0, 0, 0, 24, ...new TextEncoder().encode('ftypisom')],
  gif: [...new TextEncoder().encode('GIF89a')],
}

/** A file that begins as one of its kind does, whatever its name says. */
export const fileFixture = (kind: keyof typeof heads, name: string) =>
  new File([Uint8Array.from(heads[kind])], name)

type Browser = { width?: number; height?: number; durationS?: number; reads?: boolean }

/** jsdom decodes nothing: stands in for what a browser tells of a file. */
export function fakeBrowser({ width = 1600, height = 900, durationS = 5, reads = true }: Browser) {
  const told = reads ? 'load' : 'error'
  class FakeImage extends EventTarget {
    naturalWidth = width
    naturalHeight = height
    set src(_address: string) {
      queueMicrotask(() => this.dispatchEvent(new Event(told)))
    }
    removeAttribute() {}
  }
  vi.stubGlobal('Image', FakeImage)
  URL.createObjectURL = () => 'blob:file'
  URL.revokeObjectURL = () => undefined
  const proto = HTMLVideoElement.prototype
  const give = (name: string, get: () => unknown) =>
    Object.defineProperty(proto, name, { configurable: true, get })
  give('videoWidth', () => width)
  give('videoHeight', () => height)
  give('duration', () => durationS)
  Object.defineProperty(proto, 'src', {
    configurable: true,
    set(this: HTMLVideoElement) {
      queueMicrotask(() => this.dispatchEvent(new Event(reads ? 'loadedmetadata' : 'error')))
    },
  })
  proto.load = () => undefined
  Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer))
      reader.readAsArrayBuffer(this)
    })
  }
}
