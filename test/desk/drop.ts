/** Drops files on a page, as from a folder of the machine. */
import type { Page } from 'playwright-core'

export interface Dropped { readonly name: string; readonly text: string }

export async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.evaluate(`(files => {
    const transfer = new DataTransfer()
    for (const { name, text } of files) transfer.items.add(new File([text], name))
    for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })(${JSON.stringify(files)})`)
}
