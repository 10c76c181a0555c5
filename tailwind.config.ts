import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

export default {
  content: ['./index.html', './src/studio/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      black: '#000',
      white: '#fff',
      page: token('page'),
      panel: token('panel'),
      raised: token('raised'),
      lifted: token('lifted'),
      line: token('line'),
      edge: token('edge'),
      ink: token('ink'),
      quiet: token('quiet'),
      accent: token('accent'),
      'on-accent': token('on-accent'),
      selected: token('selected'),
      warn: token('warn'),
      bad: token('bad'),
    },
    fontSize: {
      mark: ['11px', '16px'],
      dense: ['12px', '16px'],
      body: ['13px', '20px'],
      title: ['15px', '20px'],
      prompt: ['20px', '28px'],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '6px', full: '9999px' },
    extend: {
      fontFamily: { sans: ['Inter Variable', 'system-ui', 'sans-serif'] },
      transitionDuration: { DEFAULT: '120ms' },
    },
  },
} satisfies Config
