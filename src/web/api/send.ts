/** Sends files, and tells how far each has gone. */
import { writeHeaders } from './client.ts'
import { failureFrom, unreachable } from './failure.ts'
import type { Upload } from './intake.ts'

/** Sends a file as it is; `progress` is told the part of it that was sent, 0 to 1. Throws ApiFailure. */
export function sendFile(file: File, progress: (part: number) => void): Promise<Upload> {
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    request.open('POST', `/api/v1/uploads?${new URLSearchParams({ name: file.name })}`)
    for (const [name, value] of Object.entries({ 'content-type': 'application/octet-stream', ...writeHeaders() })) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => { progress(total === 0 ? 1 : loaded / total) })
    request.addEventListener('error', () => { reject(unreachable()) })
    request.addEventListener('load', () => {
      const body = bodyOf(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Upload)
      else reject(failureFrom(body, request.status))
    })
    request.send(file)
  })
}

function bodyOf(text: string): unknown { try { return JSON.parse(text) } catch { return null } }
