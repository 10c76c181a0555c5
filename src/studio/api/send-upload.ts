import { type Upload, upload } from '#contract/upload.ts'
import { noAnswer, readAnswer } from './read-answer.ts'

type Sending = {
  /** 0..1 of the bytes that have left. At 1 the server still measures the file. */
  onProgress?: (fraction: number) => void
  signal?: AbortSignal
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a file. By XMLHttpRequest, since `fetch` does not tell how far an upload is. */
export function sendUpload(file: Blob, { onProgress, signal }: Sending = {}): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (settle: () => void) => () => {
      signal?.removeEventListener('abort', stop)
      settle()
    }
    request.addEventListener(
      'load',
      end(() => {
        try {
          resolve(readAnswer(request.status, readJson(request.responseText), upload))
        } catch (error) {
          reject(error)
        }
      }),
    )
    request.addEventListener(
      'error',
      end(() => reject(noAnswer())),
    )
    request.addEventListener(
      'abort',
      end(() => reject(signal?.reason ?? new DOMException('Cancelled', 'AbortError'))),
    )
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    })
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    signal?.addEventListener('abort', stop)
    request.open('POST', '/api/uploads')
    request.setRequestHeader('accept', 'application/json')
    request.send(file)
  })
}
