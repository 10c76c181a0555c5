const plain = /^[A-Za-z0-9+/]*$/
const lastGroups = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Base64 that arrives in parts of any length, strictly: padded, no line breaks, not empty. */
export class Base64Sink {
  isSound = true
  #held = ''
  #isEmpty = true

  /** The bytes that are known by now. After a fault there are no more. */
  add(text: string): Buffer | null {
    if (!text || !this.isSound) return null
    this.#isEmpty = false
    const all = this.#held + text
    // The last group may be padded: it waits for the end.
    const ready = Math.floor((all.length - 1) / 4) * 4
    this.#held = all.slice(ready)
    return this.#decode(all.slice(0, ready), plain)
  }

  end(): Buffer | null {
    if (this.#isEmpty) this.isSound = false
    return this.isSound ? this.#decode(this.#held, lastGroups) : null
  }

  #decode(groups: string, form: RegExp): Buffer | null {
    if (!form.test(groups)) {
      this.isSound = false
      this.#held = ''
      return null
    }
    return groups ? Buffer.from(groups, 'base64') : null
  }
}
