export type UpstreamAnswer = {
  status: number
  header(name: string): string | null
  body: AsyncIterable<Uint8Array>
}

type UpstreamCall = {
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  body?: AsyncIterable<Uint8Array>
  signal: AbortSignal
}

/** Carries a request to whoever answers. Never follows a redirect, never tries again. */
export type Transport = {
  send(call: UpstreamCall): Promise<UpstreamAnswer>
  close(): Promise<void>
}
