/** The reason that stands at a field of the draft, if one does. */
export type ReasonAt = (path: string) => { tone: 'bad' | 'warn'; text: string } | undefined
