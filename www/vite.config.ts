import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `rolegate demo` listens when the page is developed with `npm run dev`. */
const demo = 'http://127.0.0.1:4173'

export default defineConfig({
  plugins: [react()],
  build: {
    // The server's policy names no `data:` fonts or scripts, so every asset stays a file.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    target: 'es2023',
    // These know `light-dark()`; rewritten for older ones, it would not follow `color-scheme`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: { proxy: { '/api': demo, '/catalogs': demo, '/.well-known': demo } },
})
