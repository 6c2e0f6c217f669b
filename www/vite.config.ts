import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `rolegate demo` listens when the page is developed with `npm run dev`. */
const demo = 'http://127.0.0.1:4173'

export default defineConfig({
  plugins: [react()],
  // The server's policy names no `data:` fonts or scripts, so every asset stays a file.
  build: { assetsInlineLimit: 0, target: 'es2023' },
  server: { proxy: { '/api': demo, '/catalogs': demo, '/.well-known': demo } },
})
