/** Links between views; one to a view that is not there is shown as plain text. */
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from '../filters/search.ts'

interface LinkProps { readonly children: ReactNode; readonly className?: string; readonly search?: Search }

/** A link to a path of the list of views, as "/incidents/$id". */
export function ViewLink({ path, params = {}, search = {}, className, children }: LinkProps & { readonly path: string; readonly params?: Readonly<Record<string, string>> }): ReactNode {
  const there = Object.hasOwn(useRouter().routesByPath as object, path)
  return there ? <Link to={path} params={params as never} search={search as never} {...className === undefined ? {} : { className }}>{children}</Link> : <span className={className}>{children}</span>
}

/** Where an empty view leads: to what can be read. */
export const ToSources = (): ReactNode => <ViewLink path="/sources" className="button primary">Take reports in</ViewLink>
export const IncidentLink = ({ id, ...props }: LinkProps & { readonly id: string }): ReactNode => <ViewLink path="/incidents/$id" params={{ id }} {...props} />
export const ReportLink = ({ id, ...props }: LinkProps & { readonly id: string }): ReactNode => <ViewLink path="/reports/$id" params={{ id }} {...props} />
export const ChainLink = ({ id, ...props }: LinkProps & { readonly id: string }): ReactNode => <ViewLink path="/chain" {...props} search={{ of: id }} />
