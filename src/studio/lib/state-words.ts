const words: Record<string, string> = {
  held: 'Held',
  intent: 'Waiting',
  submitting: 'Sending',
  queued: 'Queued',
  processing: 'Rendering',
  archiving: 'Saving',
  completed: 'Ready',
  failed: 'Failed',
  unknown: 'Answer lost',
}

/** The plain word for a state of the journal. */
export const stateWords = (state: string) => words[state] ?? state
