import babel from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.DAILIES_DEV_SERVER ?? 'http://127.0.0.1:4680'

/** The server refuses a Host that is not the page's own, so both are passed on as they are. */
const toServer = { target: server, changeOrigin: false }

export default defineConfig({
  plugins: [react(), babel({ presets: [reactCompilerPreset()] }), tailwindcss()],
  build: { outDir: 'dist/studio', sourcemap: true, manifest: true, chunkSizeWarningLimit: 400 },
  server: {
    host: '127.0.0.1',
    port: 4690,
    strictPort: true,
    proxy: { '/api': toServer, '/media': toServer },
  },
  test: {
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/studio/**', 'src/**/*.long.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine-long',
          include: ['src/engine/**/*.long.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'studio',
          include: ['src/studio/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['src/studio/test-setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
