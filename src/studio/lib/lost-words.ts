/** What is known when the answer to a submission never came. */
export const lostWords = (world: string) =>
  world === 'luma'
    ? 'Answer lost. May have been billed.'
    : 'Answer lost. Nothing was billed: this machine is free.'
