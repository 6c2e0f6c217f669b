import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The usual address of `rolegate demo`, which answers requests under `npm run dev`. */
const demo = 'http://127.0.0.1:4173'

export default defineConfig({
  plugins: [react()],
  build: {
    // The server's content security policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    target: 'es2023',
    // These browsers support `light-dark()`. A version for older ones would not follow `color-scheme`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: { proxy: { '/api': demo, '/catalogs': demo, '/.well-known': demo } },
})
