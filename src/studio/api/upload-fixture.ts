import { vi } from 'vitest'
import type { Upload } from '#contract/upload.ts'

/** An uploaded picture of 1600 × 900; another part makes it another. */
export const uploadFixture = (n: number, part: Partial<Upload> = {}): Upload => ({
  id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
  sha256: String(n).padStart(64, '0'),
  medium: 'image',
  media_type: 'image/png',
  bytes: 240_000,
  width: 1600,
  height: 900,
  ...part,
})

export const clipUploadFixture = (n: number, durationS: number): Upload =>
  uploadFixture(n, {
    medium: 'video',
    media_type: 'video/mp4',
    width: 1280,
    height: 720,
    frames: Math.round(durationS * 24),
    fps: 24,
    duration_s: durationS,
  })

/** One upload on its way; the test says how it goes on. */
export class SentUpload extends EventTarget {
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  body: Blob | undefined
  isAborted = false
  open() {}
  setRequestHeader() {}
  send(body: Blob) {
    this.body = body
    sent.push(this)
  }
  abort() {
    this.isAborted = true
    this.dispatchEvent(new Event('abort'))
  }
  progress(fraction: number) {
    const told = { loaded: fraction * 100, total: 100, lengthComputable: true }
    this.upload.dispatchEvent(Object.assign(new Event('progress'), told))
  }
  answer(body: unknown, status = 201) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.dispatchEvent(new Event('load'))
  }
  breakOff() {
    this.dispatchEvent(new Event('error'))
  }
}

const sent: SentUpload[] = []

/** Stands at the network's edge for uploads. Returns those that were sent, in order. */
export function fakeUploads(): SentUpload[] {
  sent.length = 0
  vi.stubGlobal('XMLHttpRequest', SentUpload)
  return sent
}
