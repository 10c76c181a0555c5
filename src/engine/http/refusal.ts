/** A request that is answered with `{ "detail": … }` in the upstream's words. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.status = status
    this.headers = headers
  }

  /** The same of a field: its path stands in front. */
  at(path: string): Refusal {
    const namesField = this.status === 413 || this.status === 422
    return namesField ? new Refusal(this.status, `${path}: ${this.message}`, this.headers) : this
  }

  toResponse(): Response {
    return Response.json({ detail: this.message }, { status: this.status, headers: this.headers })
  }
}
