/** What a spreadsheet would take for a formula is marked as a text. */
function cell(value: unknown) {
  const text = String(value ?? '')
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly unknown[]) => `${cells.map(cell).join()}\r\n`
