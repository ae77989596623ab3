/** How the desk is built (`npm run build:desk`) and served while it is written (`npm run dev:desk`, beside a `casus serve`). */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { knowledgePack } from './building/knowledge-pack.ts'

const api = process.env['CASUS_API'] ?? 'http://127.0.0.1:8137'

export default defineConfig({
  root: 'src/web', base: '/', plugins: [react(), knowledgePack()],
  // Nothing is inlined: the pages' Content-Security-Policy allows only files of this server.
  build: { outDir: '../../dist/web', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500, sourcemap: false, target: 'es2023', rolldownOptions: { checks: { pluginTimings: false } } },
  worker: { format: 'es' },
  server: { port: 8138, strictPort: true, proxy: { '/api': { target: api, changeOrigin: true } } },
})
