const chromium = process.env.CHROMIUM_PATH

/** How Chromium is started everywhere: the one that is named, quiet on the network. */
export const launchOptions = (...more: string[]) => ({
  ...(chromium && { executablePath: chromium }),
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ],
})
