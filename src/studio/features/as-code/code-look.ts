/** Source text: fixed width, wrapped where it is too long, never cut off. */
export const codeLook =
  'w-full min-w-0 overflow-auto rounded border border-line bg-page p-3 font-mono text-dense whitespace-pre-wrap [overflow-wrap:anywhere]'
