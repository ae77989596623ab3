/** Detail for the map from a PMTiles file: one of the user's, read in the page, or the one that the desk's own server was given. */
import { FetchSource, FileSource, PMTiles } from 'pmtiles'

/** A file, or what the server offers. */
export type Tiles = File | { readonly at: string; readonly name: string }

export interface OpenTiles { readonly tiles: PMTiles; readonly layers: readonly string[] }

/** Opens it. Rejects with a sentence where it is no PMTiles file of vectors. */
export async function openTiles(given: Tiles): Promise<OpenTiles> {
  const tiles = new PMTiles(given instanceof File ? new FileSource(given) : new FetchSource(new URL(given.at, location.origin).href))
  const metadata = await tiles.getMetadata().catch((cause: unknown) => { throw new Error(`${given.name} is no PMTiles file, or it is damaged.`, { cause }) }) as { readonly vector_layers?: readonly { readonly id: string }[] }
  const layers = (metadata.vector_layers ?? []).map(l => l.id)
  if (layers.length === 0) throw new Error(`${given.name} holds no vector tiles; pictures cannot take the colours of the map.`)
  return { tiles, layers }
}

/** What the server was given; null for nothing. */
export async function offeredTiles(signal: AbortSignal): Promise<Tiles | null> {
  const { at, name } = await (await fetch('/tiles.json', { signal })).json() as { readonly at: string | null; readonly name: string | null }
  return at === null || name === null ? null : { at, name }
}
