/** Files out of a drop: also those in folders that were dropped. */

/** Most files of one drop. */
export const MOST = 5000

/** All files of a drop, without those whose names begin with a dot. Call it inside the event: the entries are gone afterwards. */
export async function filesOf(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.() ?? null), loose = [...transfer.files]
  if (!entries.some(e => e?.isDirectory === true)) return loose
  const out: File[] = []
  for (const entry of entries) if (entry !== null) await walk(entry, out)
  return out
}

async function walk(entry: FileSystemEntry, out: File[]): Promise<void> {
  if (out.length >= MOST || entry.name.startsWith('.')) return
  if (entry.isFile) { out.push(await new Promise<File>((resolve, reject) => { (entry as FileSystemFileEntry).file(resolve, reject) })); return }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A folder is read in parts, until a part is empty.
  for (let part = await entriesOf(reader); part.length > 0; part = await entriesOf(reader)) for (const inner of part) await walk(inner, out)
}

const entriesOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> => new Promise((resolve, reject) => { reader.readEntries(resolve, reject) })
