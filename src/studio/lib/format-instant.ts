const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** An ISO instant in the person's own time zone. */
export const formatInstant = (iso: string) => words.format(new Date(iso))
