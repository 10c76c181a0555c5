/** Hands values from one that makes them in order to one that takes them in order, one at a time. */
export class Handover<T> {
  #waiting: { value: T; taken: () => void } | null = null
  #wake: (() => void) | null = null
  #failure: unknown = null

  /** Resolves when the value has been used. */
  async offer(value: T): Promise<void> {
    if (this.#failure) throw this.#failure
    await new Promise<void>((taken) => {
      this.#waiting = { value, taken }
      this.#wake?.()
    })
  }

  /** Waits for the next value and lets `use` have it until it returns. */
  async take(use: (value: T) => void): Promise<void> {
    while (!this.#waiting && !this.#failure) {
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    if (!this.#waiting) throw this.#failure
    const { value, taken } = this.#waiting
    this.#waiting = null
    use(value)
    taken()
  }

  /** Both sides end: who takes gets the error, who offers is let go. */
  fail(error: unknown): void {
    this.#failure ??= error
    this.#waiting?.taken()
    this.#waiting = null
    this.#wake?.()
  }
}
