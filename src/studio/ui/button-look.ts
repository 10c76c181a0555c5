const looks = {
  primary: 'bg-accent text-on-accent font-semibold hover:brightness-110',
  plain: 'bg-raised text-ink border border-line hover:bg-lifted',
  quiet: 'text-quiet hover:bg-raised hover:text-ink',
} as const
export type ButtonLook = keyof typeof looks

/** The classes of an act, be it a button or a link. */
export const buttonLook = (look: ButtonLook) =>
  `inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded px-3 text-body whitespace-nowrap transition-colors disabled:opacity-50 max-md:h-10 ${looks[look]}`
