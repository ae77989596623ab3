/** How "Try it" is built as a page that needs no server (`npm run build:try`): three files that may lie anywhere, on a disk too. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { gzippedPack } from './knowledge-pack.ts'

// No address may be asked: what is pasted stays on the page. `file:` is the page's own origin where it was opened from a disk.
const POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; worker-src blob:; img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'"

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Casus: try it</title>
    <link rel="stylesheet" href="try.css">
  </head>
  <body>
    <div id="desk"></div>
    <noscript>This page codes reports in the browser and needs JavaScript.</noscript>
    <script src="try.js" defer></script>
  </body>
</html>
`

const page: Plugin = {
  name: 'casus-try-page',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'index.html', source: PAGE })
    this.emitFile({ type: 'asset', fileName: 'knowledge.js', source: `globalThis.casusKnowledge=${JSON.stringify(Buffer.from(gzippedPack()).toString('base64'))}\n` })
  },
}

export default defineConfig({
  root: 'src/web', base: './', plugins: [react(), page],
  build: {
    outDir: '../../dist/try', emptyOutDir: true, cssCodeSplit: false, modulePreload: false, target: 'es2023', chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: 'src/web/try-page/main.tsx', output: { format: 'iife', entryFileNames: 'try.js', assetFileNames: 'try[extname]' } },
  },
  worker: { format: 'iife' },
})
