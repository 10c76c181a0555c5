import type { Page } from '@playwright/test'

export type FileToPick = { name: string; mimeType: string; buffer: Buffer }

/** The compose panel as hands use it: by the names that it shows. */
export function composePage(page: Page) {
  const group = (name: string) => page.getByRole('radiogroup', { name, exact: true })
  return {
    open: () => page.goto('/?panel=compose'),
    kind: (name: string) => group('Kind').getByRole('radio', { name, exact: true }).check(),
    prompt: (words: string) => page.getByRole('textbox', { name: 'Prompt' }).fill(words),
    choose: (name: string, choice: string) =>
      group(name).getByRole('radio', { name: choice, exact: true }).check(),
    /** Presses a choice that may not be taken. */
    press: (name: string, choice: string) =>
      group(name).getByRole('radio', { name: choice, exact: true }).click({ force: true }),
    turn: (name: string) => page.getByRole('switch', { name }).click(),
    type: (name: string, words: string) =>
      page.getByRole('textbox', { name, exact: true }).fill(words),
    file: async (place: string, ...files: FileToPick[]) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: `${place}: pick a file` }).click(),
      ])
      await chooser.setFiles(files)
    },
    /** Takes the newest fitting item of the gallery. */
    fromGallery: async (place: string, name: string | RegExp) => {
      await page.getByRole('button', { name: `${place}: from the gallery` }).click()
      await page.getByRole('dialog').getByRole('button', { name }).first().click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    user: async (id: string) => {
      await page.getByText('More', { exact: true }).click()
      await page.getByRole('textbox', { name: 'User ID' }).fill(id)
    },
    generate: () => page.getByRole('button', { name: /^Generate/ }).click(),
    button: (name: string | RegExp) => page.getByRole('button', { name }),
  }
}
export type ComposePage = ReturnType<typeof composePage>
