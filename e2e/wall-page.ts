import type { Page } from '@playwright/test'

/** The wall as hands use it: by the names that it shows. */
export function wallPage(page: Page) {
  const wall = page.getByRole('list', { name: 'Generations' })
  return {
    open: (query = '') => page.goto(`/?panel=wall${query}`),
    tile: (words: string | RegExp) => wall.getByRole('link', { name: words }),
    tiles: wall.getByRole('link'),
    selection: page.getByRole('toolbar', { name: 'Selection' }),
    search: page.getByRole('searchbox', { name: 'Search' }),
    dialog: page.getByRole('dialog'),
    /** Holding Ctrl, as one chooses several. */
    choose: (words: string | RegExp) =>
      wall.getByRole('link', { name: words }).click({ modifiers: ['ControlOrMeta'] }),
  }
}
