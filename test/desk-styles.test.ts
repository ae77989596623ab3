/** Styles of the desk: a sheet that a view loads stays for all views, so it names nothing that another view has. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const VIEWS = join(import.meta.dirname, '..', 'src', 'web', 'views'), files = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).map(f => f.replaceAll('\\', '/'))
const pages = files.filter(f => f.endsWith('.tsx')).map(f => ({ view: dirname(f), text: readFileSync(join(VIEWS, f), 'utf8') }))

/** Views whose pages give an element a class. */
const usersOf = (name: string): readonly string[] => [...new Set(pages.filter(p => [...p.text.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].some(([, plain, built]) => ` ${plain ?? built!.replaceAll(/\$\{[^}]*\}/g, ' ')} `.includes(` ${name} `))).map(p => p.view))]

/** The classes that rules begin with; what is in a dialog of a view is told apart by what follows. */
function firstClasses(sheet: string): readonly string[] {
  const rules = sheet.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)
  return [...new Set([...rules].flatMap(([, selectors]) => selectors!.split(',')).flatMap(s => /^\s*\.([a-z][\w-]*)/.exec(s)?.[1] ?? []))].filter(name => name !== 'dialog')
}

test.each(files.filter(f => f.endsWith('.css')))('%s styles nothing of another view', file => {
  const name = file.slice(file.lastIndexOf('/') + 1), own = new Set([dirname(file), ...pages.filter(p => p.text.includes(`/${name}'`)).map(p => p.view)])
  expect(firstClasses(readFileSync(join(VIEWS, file), 'utf8')).flatMap(c => usersOf(c).filter(view => !own.has(view)).map(view => `.${c} of ${view}`))).toEqual([])
})
