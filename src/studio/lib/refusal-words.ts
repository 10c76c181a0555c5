type Refusal = { says: string; next: string; retry: 'yes' | 'later' | 'after_funds' | 'no' }

/** What Luma answers to a submission that is not about the request itself, by its own words. */
const refusals: [RegExp, Refusal][] = [
  [
    /API key/i,
    {
      says: 'Luma does not take the key.',
      next: 'Start the server with a valid key in LUMA_AGENTS_API_KEY, then try again.',
      retry: 'yes',
    },
  ],
  [
    /API client is (suspended|deactivated)/i,
    {
      says: 'Luma has switched this account off.',
      next: 'Ask Luma’s support. Nothing goes out until then.',
      retry: 'no',
    },
  ],
  [
    /insufficient (credits|balance)/i,
    {
      says: 'The account at Luma has no credits left.',
      next: 'Add funds at Luma, then try again.',
      retry: 'after_funds',
    },
  ],
  [
    /rate limit exceeded|too many concurrent/i,
    {
      says: 'Too much was sent at once.',
      next: 'Wait a minute, then try again.',
      retry: 'later',
    },
  ],
  [
    /upstream service unavailable/i,
    {
      says: 'Luma had a fault of its own.',
      next: 'That passes: try it again in a minute.',
      retry: 'later',
    },
  ],
  [
    /ingestion unavailable/i,
    {
      says: 'Luma cannot fetch pictures from addresses at the moment.',
      next: 'Try again later, or put the file itself in place of its address.',
      retry: 'later',
    },
  ],
  [
    /failed to fetch url/i,
    {
      says: 'Luma could not fetch a picture or clip from its address.',
      next: 'Check the address, or put the file itself in its place.',
      retry: 'no',
    },
  ],
  [
    /content-type is not an? (image|video)/i,
    {
      says: 'What stands at an address is not a picture or clip.',
      next: 'Put the file itself in its place.',
      retry: 'no',
    },
  ],
  [
    /generation not found/i,
    {
      says: 'Luma does not know the generation this builds on.',
      next: 'Put its file in its place and go again.',
      retry: 'no',
    },
  ],
  [
    /coming soon|not yet (available|supported)/i,
    {
      says: 'Luma does not offer this yet.',
      next: 'Choose another resolution or setting.',
      retry: 'no',
    },
  ],
]

/** Plain words for a refusal that is known by its sentence. */
export const refusalWords = (detail: string | null): Refusal | null =>
  refusals.find(([sign]) => detail !== null && sign.test(detail))?.[1] ?? null
