import type { Config } from 'tailwindcss'

export default { content: ['./index.html', './src/studio/**/*.{ts,tsx}'] } satisfies Config
